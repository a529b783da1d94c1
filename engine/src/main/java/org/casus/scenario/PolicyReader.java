package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads policies, as far as can be said without applying them; [ScenarioFile] applies each of
/// them as well.
final class PolicyReader {

    private final Reading reading;
    private final Set<String> dormant;
    private final Map<String, String> parts;

    /// @param dormant ids that the file states to be dormant
    /// @param parts what agreements bring along, each with its agreement
    PolicyReader(Reading reading, Set<String> dormant, Map<String, String> parts) {
        this.reading = reading;
        this.dormant = dormant;
        this.parts = parts;
    }

    List<Policy> read(List<Item> items) {
        List<Policy> policies = new ArrayList<>();
        for (Item item : items) {
            Fields fields = item.fields("policy");
            List<Policy.Setting> set = new ArrayList<>();
            fields.mapping("set")
                    .ifPresent(mapping -> mapping.entries()
                            .forEach(entry -> set.add(new Policy.Setting(
                                    entry.key().words(),
                                    entry.value().spot().raw(),
                                    entry.key().spot().position()))));
            List<Node.Text> forbid = fields.texts("forbid");
            List<Node.Text> allow = fields.texts("allow");
            check(forbid, allow);
            if (item.id().equals(Policy.AS_IS) && !(set.isEmpty() && forbid.isEmpty() && allow.isEmpty())) {
                reading.problems()
                        .add(
                                item.key().spot(),
                                "`as-is` is the scenario without edits, so it can have none.",
                                "It may have a `title`, `why` and `note`.");
            }
            policies.add(new Policy(
                    item.id(),
                    fields.title(item.id()),
                    List.copyOf(set),
                    forbid.stream().map(Node.Text::value).toList(),
                    allow.stream().map(Node.Text::value).toList(),
                    item.position()));
        }
        return List.copyOf(policies);
    }

    /// What is forbidden must be there; what is allowed must be dormant.
    void check(List<Node.Text> forbid, List<Node.Text> allow) {
        for (Node.Text text : forbid) {
            reading.names().closable(text.spot(), text.value());
        }
        for (Node.Text text : allow) {
            if (!reading.names().closable(text.spot(), text.value())) {
                continue;
            }
            String owner = parts.getOrDefault(text.value(), "");
            boolean asleep = dormant.contains(text.value()) || dormant.contains(owner);
            if (forbid.stream().anyMatch(f -> f.value().equals(text.value()))) {
                reading.problems()
                        .add(text.spot(), Say.quoted(text.value()) + " is both forbidden and allowed.", "One of them.");
            } else if (dormant.contains(owner)
                    && allow.stream().noneMatch(a -> a.value().equals(owner))) {
                AgreementReader.half(reading.problems(), text.spot(), text.value(), owner);
            } else if (!asleep) {
                reading.problems()
                        .add(
                                text.spot(),
                                Say.quoted(text.value()) + " is open already.",
                                "`allow` opens what the file says is `dormant: true`"
                                        + (dormant.isEmpty()
                                                ? "; nothing here is."
                                                : ": "
                                                        + Say.list(dormant.stream()
                                                                .sorted()
                                                                .toList()) + "."));
            }
        }
    }
}
