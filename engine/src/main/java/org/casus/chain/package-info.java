/// What follows from a solved game: its Markov chain, odds in time, first passage, expected times, export.
@NullMarked
package org.casus.chain;

import org.jspecify.annotations.NullMarked;
