package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lint of moves, rows, commitments and agreements.
final class MoveLint {

    /// A move and its reverse together should cost something like 0.3 to 0.8 points.
    private static final double NEARLY_FREE = 0.3;

    private final Scenario scenario;

    MoveLint(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(List<Warning> warnings) {
        List<Move> stated = scenario.moves().stream()
                .filter(move -> move.origin() == Move.Origin.STATED)
                .toList();
        for (int k = 0; k < stated.size(); k++) {
            for (int l = k + 1; l < stated.size(); l++) {
                pair(stated.get(k), stated.get(l), warnings);
            }
            oneWay(stated.get(k), warnings);
        }
        scenario.rows().forEach(row -> idle(row, warnings));
        scenario.commitments().forEach(one -> neverDue(one, warnings));
        scenario.agreements().forEach(one -> freeSignature(one, warnings));
    }

    private void pair(Move a, Move b, List<Warning> warnings) {
        if (a.actor() != b.actor()) {
            return;
        }
        if (same(a, b) && Reach.overlap(a.when().test(), b.when().test(), scenario.rows())) {
            warnings.add(new Warning(
                    b.position(),
                    "equal-effect",
                    Say.quoted(b.id()) + " does the same as " + Say.quoted(a.id())
                            + ". Where both are open they count as one move, at the lower price."));
        }
        double price = Reach.price(a) + Reach.price(b);
        if (price < NEARLY_FREE && undoes(a, b)) {
            warnings.add(new Warning(
                    b.position(),
                    "free-reversal",
                    Say.quoted(b.id()) + " undoes " + Say.quoted(a.id()) + ", and there and back cost "
                            + Say.number(price) + " points: such pairs flap. A way there and back at 0.3 to 0.8 points"
                            + " is usual."));
        }
    }

    /// Whether two moves have the same effects with the same odds in the middle world.
    private static boolean same(Move a, Move b) {
        return said(a.cases().getLast().leads()).equals(said(b.cases().getLast().leads()));
    }

    private static List<Object> said(Leads leads) {
        List<Object> said = new ArrayList<>();
        said.add(leads.odds().map(Judgement::middle));
        Stream.concat(leads.then().stream(), leads.odds().isPresent() ? leads.otherwise().stream() : Stream.empty())
                .forEach(branch -> {
                    said.add(branch.odds().map(Judgement::middle));
                    said.add(branch.effects());
                });
        return said;
    }

    /// Whether some effect of one leads from a level to another and some effect of the other back.
    private boolean undoes(Move a, Move b) {
        for (Effect there : Reach.effects(a).toList()) {
            for (Effect back : Reach.effects(b).toList()) {
                if (there.row() == back.row() && undoes(a, there, b, back)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean undoes(Move a, Effect there, Move b, Effect back) {
        int row = there.row();
        int levels = scenario.rows().get(row).levels().size();
        for (int level = 0; level < levels; level++) {
            int to = there.apply(level, levels);
            boolean goes = to != level && bit(a.when(), row, level);
            if (goes && bit(b.when(), row, to) && back.apply(to, levels) == level) {
                return true;
            }
        }
        return false;
    }

    private static boolean bit(Guard guard, int row, int level) {
        return (Reach.levels(guard.test(), row) >>> level & 1) != 0;
    }

    /// A free move that leaves a level for good, on rows its actor does not care about.
    private void oneWay(Move move, List<Warning> warnings) {
        boolean priced = move.costs().stream().anyMatch(price -> price.points().high() > 0);
        List<Effect> effects = Reach.effects(move).toList();
        if (priced || move.dormant() || effects.isEmpty()) {
            return;
        }
        Actor actor = scenario.actors().get(move.actor());
        boolean cares = effects.stream().anyMatch(effect -> caresAbout(actor, effect.row()));
        if (!cares && effects.stream().anyMatch(effect -> leavesForGood(move, effect))) {
            warnings.add(new Warning(
                    move.position(),
                    "one-way",
                    Say.quoted(move.id()) + " costs nothing, changes nothing that " + actor.id()
                            + " wants or fears, and cannot be undone. A move worth nothing is drifted into sooner or"
                            + " later: give it a price, a worth or a way back."));
        }
    }

    /// Whether a want, a fear or a promise of the actor speaks of `row`.
    private boolean caresAbout(Actor actor, int row) {
        Stream<Guard> promises = scenario.commitments().stream()
                .filter(one -> one.binds() == actor.index())
                .flatMap(one -> Stream.of(one.due(), one.keptBy()));
        return Stream.concat(actor.worths().stream().map(Worth::when), promises)
                .anyMatch(guard -> Reach.reads(guard.test(), row));
    }

    /// Whether it leaves a level that nothing leads back to.
    private boolean leavesForGood(Move move, Effect effect) {
        int row = effect.row();
        int levels = scenario.rows().get(row).levels().size();
        long into = 0;
        for (Move other : scenario.moves()) {
            into |= into(other.when(), Reach.effects(other), row, levels);
        }
        for (Chance event : scenario.chance()) {
            into |= into(event.when(), Reach.effects(event.leads()), row, levels);
        }
        for (int level = 0; level < levels; level++) {
            boolean leaves = bit(move.when(), row, level) && effect.apply(level, levels) != level;
            if (leaves && (into >>> level & 1) == 0) {
                return true;
            }
        }
        return false;
    }

    /// The levels of `row` that the effects can lead to from another one.
    private static long into(Guard when, Stream<Effect> effects, int row, int levels) {
        long into = 0;
        for (Effect effect : effects.filter(e -> e.row() == row).toList()) {
            for (int level = 0; level < levels; level++) {
                int to = effect.apply(level, levels);
                if (to != level && bit(when, row, level)) {
                    into |= 1L << to;
                }
            }
        }
        return into;
    }

    private void idle(Row row, List<Warning> warnings) {
        boolean read = conditions().anyMatch(condition -> Reach.reads(condition, row.index()));
        if (!read && row.kind() == Row.Kind.BOARD) {
            warnings.add(new Warning(
                    row.position(),
                    "idle-row",
                    "Nothing depends on " + Say.quoted(row.id()) + ": no condition mentions it. It multiplies the"
                            + " states by up to " + row.levels().size() + "."));
        }
    }

    private Stream<Condition> conditions() {
        return Stream.of(
                        scenario.actors().stream()
                                .flatMap(a -> a.worths().stream())
                                .map(Worth::when),
                        scenario.moves().stream().map(Move::when),
                        scenario.moves().stream()
                                .flatMap(m -> m.costs().stream())
                                .map(Price::when),
                        scenario.chance().stream().map(Chance::when),
                        scenario.chance().stream()
                                .flatMap(c -> c.times().stream())
                                .map(Chance.Factor::when),
                        scenario.outcomes().stream().map(Outcome::when),
                        scenario.commitments().stream().map(Commitment::due),
                        scenario.commitments().stream().map(Commitment::keptBy),
                        scenario.scores().stream().flatMap(s -> guard(s.quantity())))
                .flatMap(guards -> guards)
                .map(Guard::test);
    }

    private static Stream<Guard> guard(Quantity quantity) {
        return switch (quantity) {
            case Quantity.OddsAt(Guard what) -> Stream.of(what);
            case Quantity.OddsEver(Guard what) -> Stream.of(what);
            case Quantity.TimeWith(Guard what, TimeUnit unit) -> Stream.of(what);
            case Quantity.OddsEverMade made -> Stream.empty();
            case Quantity.Play play -> Stream.empty();
        };
    }

    private static void neverDue(Commitment one, List<Warning> warnings) {
        if (!one.dormant() && one.due().test().equals(Condition.never())) {
            warnings.add(new Warning(
                    one.position(),
                    "never-due",
                    Say.quoted(one.id()) + " can never be due: no row at a place it covers has an `attack` by somebody"
                            + " other than the obliged and the protected."));
        }
    }

    private void freeSignature(Agreement one, List<Warning> warnings) {
        boolean priced = scenario.moves().stream()
                .filter(move -> move.origin() == Move.Origin.SIGN)
                .filter(move -> Reach.effects(move).anyMatch(effect -> touches(effect, one)))
                .anyMatch(move -> !move.costs().isEmpty());
        if (!priced && !one.dormant()) {
            warnings.add(new Warning(
                    one.position(),
                    "free-signature",
                    "Nobody pays for signing " + Say.quoted(one.id()) + ". Free offers and free signatures give a loop"
                            + " of signing and breaking: `signing costs`, or an answer to the breach, stops it."));
        }
    }

    private static boolean touches(Effect effect, Agreement one) {
        return effect instanceof Effect.Leave(int row, long from, int level)
                && row == one.table()
                && (from & one.levels()) != 0;
    }
}
