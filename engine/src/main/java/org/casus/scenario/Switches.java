package org.casus.scenario;

import java.util.List;

/// What the policy in force closes and opens.
record Switches(List<String> forbid, List<String> allow) {

    static final Switches NONE = new Switches(List.of(), List.of());

    /// Whether `id`, stated dormant or not, is closed.
    boolean closes(String id, boolean dormant) {
        if (allow.contains(id)) {
            return false;
        }
        return dormant || forbid.contains(id);
    }
}
