package org.casus.app.web;

import tools.jackson.databind.JsonNode;

/// Is told how long work goes on, and what it has found so far.
interface Feed {

    /// @param words what is being done
    /// @param done of `all`
    /// @param failed of those done
    void progress(String words, int done, int failed, int all);

    /// All that is known now, in place of what was told before.
    void result(JsonNode document);
}
