/// Many worlds: worlds drawn from what the judgements leave open, variants of the scenario solved in them,
/// claims judged and policies compared over them, and which judgements matter.
@org.jspecify.annotations.NullMarked
package org.casus.study;
