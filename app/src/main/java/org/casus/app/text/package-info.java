/// Answers as text for a terminal: pure functions from values to strings.
@NullMarked
package org.casus.app.text;

import org.jspecify.annotations.NullMarked;
