package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out whether actors declared alike are: with any two neighbours of a group exchanged
/// ([Counterparts]) the scenario must be what it was, numbers included. What differs is told where it stands.
///
/// Numbers that become each other are one judgement with several spellings: they must be written alike, and
/// worlds give them one value.
final class AlikeCheck {

    /// Differences told of one pair; more are of the same making.
    private static final int TOLD = 3;
    /// Most orders of alike actors that are tried one by one, where rows are not each one actor's own.
    private static final long ORDERS = 720;

    private final Scenario scenario;
    private final Problems problems;
    private final Counterparts counterparts;
    private final String remedy;

    /// @param scenario read without problems, and without anything alike
    /// @param edited whether by a policy or a setting
    AlikeCheck(Scenario scenario, boolean edited, Problems problems) {
        remedy = edited ? "or lift it beside this: `alike: []`." : "or leave one of the two out of `alike`.";
        this.scenario = scenario;
        this.problems = problems;
        counterparts = new Counterparts(scenario);
    }

    /// The groups, verified; what is wrong is told.
    List<Peers> peers(List<AlikeReader.Group> groups) {
        List<Peers> peers = new ArrayList<>();
        long orders = 1;
        for (AlikeReader.Group group : groups) {
            List<Exchange> exchanges = new ArrayList<>();
            var numbers = new Ties(scenario.judgements().size());
            for (int k = 0; k + 1 < group.actors().size(); k++) {
                exchange(group, group.actors().get(k), group.actors().get(k + 1), numbers)
                        .ifPresent(exchanges::add);
            }
            if (exchanges.size() == group.actors().size() - 1) {
                peers.add(Peers.of(group.actors(), exchanges, scenario.rows(), numbers.groups()));
                for (int k = 2; k <= group.actors().size(); k++) {
                    orders = Math.min(orders * k, ORDERS + 1);
                }
            }
        }
        if (orders > ORDERS && peers.stream().anyMatch(one -> one.rows().isEmpty())) {
            problems.add(
                    groups.getFirst().spot(),
                    "Too many actors are alike here, where rows belong to several of them at once.",
                    "Where each row that bears an alike actor's name is that actor's own, groups may be as large as one"
                            + " likes; where rows or levels bear several names, at most 6 actors.");
        }
        return peers;
    }

    /// The groups of judgements that move as one, `together` and what is tied.
    List<List<Integer>> together(List<Peers> peers) {
        var ties = new Ties(scenario.judgements().size());
        ties.tie(scenario.together());
        peers.forEach(one -> ties.tie(one.numbers()));
        return ties.groups();
    }

    private Optional<Exchange> exchange(AlikeReader.Group group, int a, int b, Ties numbers) {
        String one = scenario.actors().get(a).id();
        String two = scenario.actors().get(b).id();
        int before = problems.count();
        Optional<Exchange> exchange = counterparts.exchange(a, b, missing -> {
            if (problems.count() < before + TOLD) {
                tell(
                        group,
                        missing.position(),
                        Say.quoted(one) + " and " + Say.quoted(two) + " are not alike: the " + missing.what() + " "
                                + Say.quoted(missing.name()) + " has no counterpart.",
                        "With the two exchanged it would be " + Say.quoted(missing.wanted())
                                + ". Alike actors have the same rows, moves and events, named after them.",
                        "Maybe write it, " + remedy);
            }
        });
        exchange.ifPresent(e -> new Comparison(scenario, e, numbers, difference -> {
                    if (problems.count() < before + TOLD) {
                        tell(
                                group,
                                difference.position(),
                                Say.quoted(one) + " and " + Say.quoted(two) + " are not alike: " + difference.what(),
                                difference.wanted(),
                                "Maybe make them the same, " + remedy);
                    }
                })
                .run(counterparts.between(one, two)));
        return problems.count() > before ? Optional.empty() : exchange;
    }

    private void tell(AlikeReader.Group group, Position at, String found, String legal, String advice) {
        Document document = group.spot().document();
        if (at.file().equals(document.label)) {
            problems.take(new Problem(at, document.lineText(at.line() - 1), found, legal, advice));
        } else {
            problems.add(group.spot(), found, legal, advice);
        }
    }
}
