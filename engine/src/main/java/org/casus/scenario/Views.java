package org.casus.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Rows and agreements by the names that conditions and effects use.
final class Views {

    private final Map<String, View> views = new LinkedHashMap<>();

    void add(View view) {
        views.putIfAbsent(view.id(), view);
    }

    Optional<View> find(String id) {
        return Optional.ofNullable(views.get(id));
    }
}
