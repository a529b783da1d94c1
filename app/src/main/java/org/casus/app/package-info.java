/// What people touch: the entry point, and the parts below it.
@NullMarked
package org.casus.app;

import org.jspecify.annotations.NullMarked;
