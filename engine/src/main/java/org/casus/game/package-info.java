/// One world compiled: the reachable states, moves, rates and payoffs as flat arrays.
@NullMarked
package org.casus.game;

import org.jspecify.annotations.NullMarked;
