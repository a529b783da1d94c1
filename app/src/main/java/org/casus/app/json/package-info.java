/// Answers as JSON documents, in the shapes of `docs/reference/json.md`.
@NullMarked
package org.casus.app.json;

import org.jspecify.annotations.NullMarked;
