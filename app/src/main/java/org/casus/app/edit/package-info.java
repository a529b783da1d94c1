/// Writing scenario files: edits that leave the rest of a text alone, differences of lines, saving, the
/// interview. Texts in, texts out; only [org.casus.app.edit.OpenFile] touches the disk.
@NullMarked
package org.casus.app.edit;

import org.jspecify.annotations.NullMarked;
