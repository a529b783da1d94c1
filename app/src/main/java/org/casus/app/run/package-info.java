/// From a scenario to an [Answer][org.casus.app.run.Answer]: the engine's stages in order, and what is read
/// off them.
@NullMarked
package org.casus.app.run;

import org.jspecify.annotations.NullMarked;
