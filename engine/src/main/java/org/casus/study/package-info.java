/// Many worlds: what is drawn, what each variant of a scenario says in each, what is said of a sample of
/// answers, and which judgements it rests on.
@NullMarked
package org.casus.study;

import org.jspecify.annotations.NullMarked;
