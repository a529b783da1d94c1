package org.casus.scenario;

import java.util.List;
import java.util.Optional;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Claim.Test;

/// Lint of claims: those that follow from one input without solving are no findings.
final class ClaimLint {

    private final Scenario scenario;

    ClaimLint(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(List<Warning> warnings) {
        for (Claim claim : scenario.claims()) {
            claim.test()
                    .flatMap(this::reason)
                    .ifPresent(reason -> warnings.add(new Warning(
                            claim.position(),
                            "assumed",
                            Say.quoted(claim.id()) + " follows from one input: " + reason
                                    + ". It will be reported as assumed, not as found.")));
        }
    }

    /// Why a test follows from one input, where it does.
    Optional<String> reason(Test test) {
        return switch (test) {
            case Test.Bound bound -> Optional.empty();
            case Test.Against against ->
                closed(against).or(() -> standing(against)).or(() -> edited(against));
        };
    }

    /// The move is compared with itself where it is closed.
    private Optional<String> closed(Test.Against test) {
        Optional<Move> move = move(test.left());
        if (move.isEmpty() || test.more()) {
            return Optional.empty();
        }
        List<String> closed = switch (test.leftSetting()) {
            case Setting.AsIs asIs -> List.of();
            case Setting.Without(List<String> ids) -> ids;
            case Setting.Under(String id) ->
                scenario.policies().stream()
                        .filter(policy -> policy.id().equals(id))
                        .flatMap(policy -> policy.forbid().stream())
                        .toList();
        };
        String id = move.get().id();
        boolean generated = move.get().origin() != Move.Origin.STATED;
        return closed.stream()
                .filter(c -> c.equals(id) || (generated && id.endsWith("-" + c)))
                .findFirst()
                .map(c -> "without " + Say.quoted(c) + " there is no " + Say.quoted(id));
    }

    /// `when ROW is A than when ROW is B`, and the move's own condition or price tells the two apart.
    private Optional<String> standing(Test.Against test) {
        if (!(test.left() instanceof Quantity.Play(int index, Optional<Quantity.Standing> left))
                || !(test.right() instanceof Quantity.Play(int other, Optional<Quantity.Standing> right))
                || left.isEmpty()
                || right.isEmpty()) {
            return Optional.empty();
        }
        Move move = scenario.moves().get(index);
        Quantity.Standing rare = test.more() ? right.get() : left.get();
        Quantity.Standing often = test.more() ? left.get() : right.get();
        if (!holds(move.when(), rare) && holds(move.when(), often)) {
            return Optional.of("its `if` closes " + Say.quoted(move.id()) + " there");
        }
        boolean dearer = move.costs().stream().anyMatch(p -> holds(p.when(), rare) && !holds(p.when(), often));
        boolean cheaper = move.costs().stream().anyMatch(p -> !holds(p.when(), rare) && holds(p.when(), often));
        return dearer && !cheaper
                ? Optional.of("the price of " + Say.quoted(move.id()) + " is higher there")
                : Optional.empty();
    }

    /// The policy sets the very price or odds of the move.
    private Optional<String> edited(Test.Against test) {
        Optional<Move> move = move(test.left());
        if (move.isEmpty() || !(test.leftSetting() instanceof Setting.Under(String id))) {
            return Optional.empty();
        }
        return scenario.policies().stream()
                .filter(policy -> policy.id().equals(id))
                .flatMap(policy -> policy.set().stream())
                .map(Policy.Setting::path)
                .filter(path -> path.startsWith(move.get().id() + " "))
                .findFirst()
                .map(path -> "the policy sets " + Say.quoted(path));
    }

    private Optional<Move> move(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Play(int index, Optional<Quantity.Standing> when) ->
                Optional.of(scenario.moves().get(index));
            case Quantity.OddsEverMade(int index) ->
                Optional.of(scenario.moves().get(index));
            case Quantity.OddsAt q -> Optional.empty();
            case Quantity.OddsEver q -> Optional.empty();
            case Quantity.TimeWith q -> Optional.empty();
        };
    }

    private static boolean holds(Guard guard, Quantity.Standing standing) {
        return (Reach.levels(guard.test(), standing.row()) >>> standing.level() & 1) != 0;
    }
}
