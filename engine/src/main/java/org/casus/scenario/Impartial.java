package org.casus.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Whether outcomes, scores and claims ask the same of two actors that are said to be alike.
final class Impartial {

    private final Scenario scenario;
    private final Exchange exchange;
    private final Consumer<Comparison.Difference> differ;
    private final UnaryOperator<String> renamed;
    private final Mirror here;
    private final Mirror mirrored;

    /// @param differ is told what tells them apart
    /// @param renamed a name with the two actors' names exchanged in it
    Impartial(
            Scenario scenario,
            Exchange exchange,
            Consumer<Comparison.Difference> differ,
            UnaryOperator<String> renamed) {
        this.scenario = scenario;
        this.exchange = exchange;
        this.differ = differ;
        this.renamed = renamed;
        here = new Mirror(scenario.rows(), Optional.empty());
        mirrored = new Mirror(scenario.rows(), Optional.of(exchange));
    }

    void run() {
        for (Outcome outcome : scenario.outcomes()) {
            same("outcome " + Say.quoted(outcome.id()), outcome.when(), outcome.position());
        }
        for (Score score : scenario.scores()) {
            asked("score " + Say.quoted(score.id()), score.quantity(), score.position());
        }
        for (Claim claim : scenario.claims()) {
            claim.test().ifPresent(test -> claim("claim " + Say.quoted(claim.id()), test, claim.position()));
        }
    }

    private void same(String what, Guard guard, Position position) {
        if (!mirrored.of(guard.test()).equals(here.of(guard.test()))) {
            differ.accept(new Comparison.Difference(
                    position,
                    "the " + what + " tells them apart.",
                    "Outcomes, scores and claims ask the same of all alike actors, such as what some or all of them"
                            + " do."));
        }
    }

    private void asked(String what, Quantity quantity, Position position) {
        switch (quantity) {
            case Quantity.OddsAt(Guard guard) -> same(what, guard, position);
            case Quantity.OddsEver(Guard guard) -> same(what, guard, position);
            case Quantity.OddsEverMade(int move) -> made(what, move, position);
            case Quantity.TimeWith(Guard guard, TimeUnit unit) -> same(what, guard, position);
            case Quantity.Play(int move, Optional<Quantity.Standing> when) -> {
                made(what, move, position);
                when.ifPresent(standing -> {
                    int row = standing.row();
                    same(what, new Guard(what, new Condition.On(row, 1L << standing.level())), position);
                });
            }
        }
    }

    private void made(String what, int move, Position position) {
        if (exchange.move(move) != move) {
            differ.accept(new Comparison.Difference(
                    position,
                    "the " + what + " asks for "
                            + Say.quoted(scenario.moves().get(move).id()) + ", a move of one of them.",
                    "Which of several alike actors does something is not kept apart."));
        }
    }

    private void claim(String what, Claim.Test test, Position position) {
        switch (test) {
            case Claim.Test.Bound bound -> {
                asked(what, bound.quantity(), position);
                setting(what, bound.setting(), position);
            }
            case Claim.Test.Against against -> {
                asked(what, against.left(), position);
                asked(what, against.right(), position);
                setting(what, against.leftSetting(), position);
                setting(what, against.rightSetting(), position);
            }
        }
    }

    private void setting(String what, Claim.Setting setting, Position position) {
        if (setting instanceof Claim.Setting.Without(List<String> ids)
                && !new HashSet<>(ids)
                        .equals(new HashSet<>(ids.stream().map(renamed).toList()))) {
            differ.accept(new Comparison.Difference(
                    position,
                    "the " + what + " closes something to one of them alone.",
                    "`without` closes the counterparts of all alike actors, or of none."));
        }
    }
}
