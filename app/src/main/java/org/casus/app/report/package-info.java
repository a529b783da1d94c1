/// The brief: a document made of answers, free of any format, and the ways to write it down. Pure functions
/// from values to texts.
@NullMarked
package org.casus.app.report;

import org.jspecify.annotations.NullMarked;
