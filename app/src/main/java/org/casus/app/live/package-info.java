/// What is asked while somebody looks: one solved scenario, changed by hand and answered at once.
@NullMarked
package org.casus.app.live;

import org.jspecify.annotations.NullMarked;
