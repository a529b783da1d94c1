package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// Applies each policy of a file and reads the whole again, so that a policy that cannot work is known
/// at once.
final class PolicyCheck {

    private final String name;
    private final Node.Mapping root;
    private final Scenario asIs;
    private final Problems problems;

    /// @param problems those of the file as it is, to which the policy's are added
    PolicyCheck(String name, Node.Mapping root, Scenario asIs, Problems problems) {
        this.name = name;
        this.root = root;
        this.asIs = asIs;
        this.problems = problems;
    }

    void apply(Item policy) {
        Fields fields = policy.fields("policy");
        fields.mapping("set").flatMap(set -> set.entry("alike")).ifPresent(this::lifts);
        var own = new Problems();
        own.guard(() -> {
            // What is wrong with who is alike, or with the file, has been told.
            Node.Mapping file = asIs.alike().isEmpty() ? root.without("alike") : root;
            Node.Mapping edited = AppliedEdits.settings(file, asIs, fields, own);
            var switches = new Switches(ids(fields, "forbid"), ids(fields, "allow"));
            var identity = new ScenarioReader.Identity(name, "", policy.id(), true);
            return Optional.of(new ScenarioReader(edited, switches, own).read(identity));
        });
        tell(policy, fields, own);
    }

    /// Who is alike as the file is may be told apart by a policy, but not the other way round: plans made for
    /// actors that differ are no plans for actors that do not.
    private void lifts(Node.Entry set) {
        if (!(set.value() instanceof Node.Sequence list && list.items().isEmpty())) {
            problems.add(
                    set.key().spot(),
                    "A policy cannot make actors alike.",
                    "It can lift what the file says of that: `alike: []`.");
        }
    }

    private static List<String> ids(Fields fields, String key) {
        return fields.texts(key).stream().map(Node.Text::value).toList();
    }

    /// Takes over what went wrong only under the policy. What lies at the policy's own words stays
    /// there; what lies
    /// elsewhere is told at the policy, with the line it concerns.
    private void tell(Item policy, Fields fields, Problems own) {
        Spot body = policy.value().spot();
        int first = body.position().line();
        int last = body.document().line(Math.max(body.from(), body.to() - 1)) + 1;
        Spot spot = fields.mapping("set")
                .filter(set -> set.entries().size() == 1)
                .map(set -> set.entries().getFirst().key().spot())
                .orElse(policy.key().spot());
        for (Problem problem : own.sorted()) {
            int line = problem.position().line();
            if (problems.knows(problem)) {
                continue;
            }
            if (line >= first && line <= last) {
                problems.take(problem);
            } else {
                problems.add(
                        spot,
                        "Under this policy, line " + line + " no longer works: " + problem.found(),
                        problem.legal(),
                        problem.advice());
            }
        }
    }
}
