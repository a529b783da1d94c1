/// The commands of `casus`: options in, exit codes out; data on standard output, talk on standard error.
@NullMarked
package org.casus.app.cli;

import org.jspecify.annotations.NullMarked;
