/// How a solved game comes about: exact runs of its chain with common dice, runs that end in an outcome
/// however rare it is, and the few ways in which they do.
@NullMarked
package org.casus.story;

import org.jspecify.annotations.NullMarked;
