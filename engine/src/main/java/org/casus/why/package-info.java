/// Why it comes out as it does: what each actor's values are made of, what it would take for a decision to
/// turn, which decisions carry an outcome, and how much of it is error.
@org.jspecify.annotations.NullMarked
package org.casus.why;
