/// The browser app's server: one HTTP and JSON API on loopback, and the pages that use it.
@NullMarked
package org.casus.app.web;

import org.jspecify.annotations.NullMarked;
