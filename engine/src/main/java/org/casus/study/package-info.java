/// Many worlds: what is drawn, what is said of a sample of answers, and which judgements it rests
/// on.
@NullMarked
package org.casus.study;

import org.jspecify.annotations.NullMarked;
