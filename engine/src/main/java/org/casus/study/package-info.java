/// Many worlds: what a solved game's quantities are, policies and claims in the same worlds, verdicts.
@NullMarked
package org.casus.study;

import org.jspecify.annotations.NullMarked;
