package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the ways it may end: in order, the last one `otherwise`.
final class OutcomeReader {

    private static final String OTHERWISE = "otherwise";

    private final Reading reading;

    OutcomeReader(Reading reading) {
        this.reading = reading;
    }

    List<Outcome> read(List<Item> items) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Item item : items) {
            boolean last = outcomes.size() == items.size() - 1;
            Fields fields = item.fields("outcome");
            Optional<Node.Text> condition = Fields.text(item.value()).or(() -> fields.text("if"));
            Guard when = condition.map(text -> guard(text, last)).orElse(Guard.ALWAYS);
            outcomes.add(new Outcome(
                    outcomes.size(), item.id(), fields.title(item.id()), when, fields.flag("final"), item.position()));
            if (last
                    && condition.isPresent()
                    && outcomes.stream().noneMatch(o -> o.when().text().equals(OTHERWISE))) {
                reading.problems()
                        .add(
                                item.key().spot(),
                                "The last outcome, " + Say.quoted(item.id()) + ", leaves some endings without a name.",
                                "The last outcome reads `NAME: otherwise`.",
                                "Maybe add one at the end, such as `" + rest(items) + ": otherwise`.");
            }
        }
        if (outcomes.size() > Limits.OUTCOMES) {
            reading.problems()
                    .add(
                            items.get(Limits.OUTCOMES).key().spot(),
                            "There are " + outcomes.size() + " outcomes.",
                            "At most " + Limits.OUTCOMES + ": they are shown as letters.");
        }
        return List.copyOf(outcomes);
    }

    private static String rest(List<Item> items) {
        return items.stream().anyMatch(item -> item.id().equals("it-goes-on")) ? "something-else" : "it-goes-on";
    }

    private Guard guard(Node.Text text, boolean last) {
        if (!text.value().equals(OTHERWISE)) {
            return reading.conditions().read(text);
        }
        if (!last) {
            reading.problems()
                    .add(
                            text.spot(),
                            "After `otherwise` no outcome can match any more.",
                            "The first outcome that matches counts, so `otherwise` is the last one.");
        }
        return new Guard(OTHERWISE, Condition.always());
    }
}
