/// What every claim about speed rests on: each benchmark measures a yardstick in the same run.
@NullMarked
package org.casus.bench;

import org.jspecify.annotations.NullMarked;
