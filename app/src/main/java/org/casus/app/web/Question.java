package org.casus.app.web;

import io.helidon.common.parameters.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.app.web.Tabs.Asker;
import org.casus.scenario.Policy;

/// What a request asks, read off its address.
///
/// @param id of the scenario
/// @param parameters of the query
record Question(String id, Parameters parameters) {

    private static final int MOST_SET = 64;
    private static final int LONGEST = 400;
    private static final int MOST_WORLDS = 4096;
    /// Topics whose answer is the same under every policy.
    private static final Set<String> ALL_POLICIES = Set.of("policies", "claims", "report");

    Optional<String> first(String name) {
        return parameters.first(name).asOptional().filter(value -> !value.isEmpty());
    }

    View view() {
        return new View(first("policy").orElse(Policy.AS_IS), settings("set"));
    }

    /// What was set where somebody started to move things.
    List<String> from() {
        return settings("from");
    }

    private List<String> settings(String name) {
        List<String> set = parameters.all(name, List::of);
        if (set.size() > MOST_SET || set.stream().anyMatch(one -> one.length() > LONGEST)) {
            throw new Refusal(400, "At most " + MOST_SET + " values can be set at a time.");
        }
        return List.copyOf(set);
    }

    Stage stage() {
        String name = first("stage").orElse("rethought").toUpperCase(Locale.ROOT);
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw new Refusal(400, "A stage is held, about, rethought or confirmed.");
    }

    long serial() {
        return number("serial", 0, 0, Long.MAX_VALUE);
    }

    int worlds() {
        return (int) number("worlds", 64, 0, MOST_WORLDS);
    }

    /// Who asks.
    ///
    /// @param leads whether the tab wants nothing else any more that it asked for before
    Asker asker(boolean leads) {
        return new Asker(first("tab").filter(tab -> tab.length() <= 64).orElse(""), serial(), view(), leads);
    }

    private long number(String name, long otherwise, long least, long most) {
        Optional<String> given = first(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.get().matches("[0-9]{1,18}")) {
            long number = Long.parseLong(given.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refusal(400, name + " takes a whole number from " + least + " to " + most + ".");
    }

    /// What tells this question from others: the scenario, the topic and all that its answer depends on.
    ///
    /// @param hash of the file
    String key(String topic, String hash) {
        return String.join(
                "\n",
                topic,
                id,
                hash,
                ALL_POLICIES.contains(topic) ? "" : view().policy(),
                String.join("\t", view().set()),
                first("outcome").orElse(""),
                first("score").orElse(""),
                first("policies").orElse(""),
                Integer.toString(worlds()));
    }
}
