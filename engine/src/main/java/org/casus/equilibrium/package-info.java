/// Values and play in equilibrium: the long-horizon limit, its residual, error estimates, second opinion.
@NullMarked
package org.casus.equilibrium;

import org.jspecify.annotations.NullMarked;
