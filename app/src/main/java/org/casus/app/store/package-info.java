/// Runs in many worlds kept in a folder: what is worked out is safe at once, and tables for other tools.
@NullMarked
package org.casus.app.store;

import org.jspecify.annotations.NullMarked;
