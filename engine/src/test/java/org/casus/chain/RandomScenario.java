package org.casus.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.SizeException;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Actor;
import org.casus.scenario.Chance;
import org.casus.scenario.Choice;
import org.casus.scenario.Clock;
import org.casus.scenario.Condition;
import org.casus.scenario.Effect;
import org.casus.scenario.Guard;
import org.casus.scenario.Judgement;
import org.casus.scenario.Leads;
import org.casus.scenario.Leads.Branch;
import org.casus.scenario.Measure;
import org.casus.scenario.Move;
import org.casus.scenario.Outcome;
import org.casus.scenario.Position;
import org.casus.scenario.Price;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.TimeUnit;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// Small random scenarios with all that a board can have: conditions, prices, branches that may fail,
/// copies of moves,
/// a
/// final outcome, names that tables and other tools find hard. The same for the same seed.
public final class RandomScenario {

    /// A scenario, its states and its solution.
    record Solved(StateSpace space, Solution solution) {}

    private static final Position NOWHERE = new Position("random", 1, 1, 1);
    private static final String[] ROWS = {"state", "line-1", "init", "line_1"};
    private static final String[] LEVELS = {"no", "a, \"b\"", "two\nlines", "3"};

    private final SplittableRandom random;
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private RandomScenario(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The scenario of `seed`. Judgements are ranges around what they are in the middle world, in all the
    /// forms that numbers are written in.
    public static Scenario scenario(long seed, Choice choice) {
        return new RandomScenario(seed).make(choice);
    }

    static Solved solved(long seed, Choice choice) throws SizeException, NotSolvedException {
        Scenario scenario = scenario(seed, choice);
        Structure structure = Structure.compile(scenario);
        var settings = Settings.standard().withThreads(1).withTolerance(1e-11);
        return new Solved(structure.space(), Equilibrium.solve(structure.game(World.middle(scenario)), settings));
    }

    private Scenario make(Choice choice) {
        int count = random.nextInt(3, 5);
        for (int t = 0; t < count; t++) {
            List<String> levels = List.of(LEVELS).subList(0, random.nextInt(2, 4) + (t == 0 ? 1 : 0));
            int start = random.nextInt(levels.size() - 1);
            rows.add(new Row(
                    t, ROWS[t], "", levels, start, true, Optional.empty(), Optional.empty(), Row.Kind.BOARD, NOWHERE));
        }
        var actors = new ArrayList<Actor>();
        for (int i = 0; i < 3; i++) {
            actors.add(actor(i));
        }
        var moves = new ArrayList<Move>();
        for (int m = 0; m < 10; m++) {
            moves.add(move(m, m % 3));
        }
        Move copied = moves.getLast();
        moves.add(new Move(
                10,
                "copied/move",
                "",
                copied.actor(),
                Guard.ALWAYS,
                List.of(new Price(Guard.ALWAYS, points(0.7))),
                copied.cases(),
                Move.Origin.STATED,
                false,
                NOWHERE));
        var chance = new ArrayList<Chance>();
        for (int e = 0; e < 4; e++) {
            chance.add(new Chance(
                    e,
                    "event-" + e,
                    "",
                    guard(),
                    rate(random.nextDouble(0.02, 0.4)),
                    e > 1 ? List.of() : List.of(factor(1L << e, 1.5), factor(2, 0.8)),
                    leads(),
                    Chance.Origin.STATED,
                    false,
                    NOWHERE));
        }
        return new Scenario(
                "random",
                "",
                "",
                "0",
                "as-is",
                LocalDate.EPOCH,
                new Clock(TimeUnit.WEEK, 13.5),
                choice,
                List.of(),
                List.of(),
                rows,
                actors,
                List.of(),
                List.of(),
                moves,
                chance,
                outcomes(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                judgements);
    }

    private Actor actor(int i) {
        var worths = new ArrayList<Worth>();
        for (int k = 0; k < 3; k++) {
            double worth = random.nextDouble(0, 6);
            var points = k == 1 ? judgement(new Measure(Measure.Form.POINTS_EACH, 2, ""), worth / 10) : points(worth);
            worths.add(new Worth("worth " + k, guard(), points, k == 0 ? -1 : 1, Worth.Kind.WANT));
        }
        return new Actor(
                i,
                "actor-" + i,
                "",
                every(random.nextDouble(0.3, 2)),
                every(random.nextDouble(0.05, 0.3)),
                every(random.nextDouble(0.03, 0.2)),
                judgement(Measure.PLAIN, random.nextDouble(2, 40)),
                worths,
                NOWHERE);
    }

    private Move move(int m, int actor) {
        var prices = List.of(new Price(Guard.ALWAYS, points(random.nextDouble(0, 1))), new Price(guard(), points(0.3)));
        return new Move(
                m,
                "actor-" + actor + "/move-" + m,
                "",
                actor,
                guard(),
                prices,
                List.of(new Move.Case(Condition.always(), leads())),
                Move.Origin.STATED,
                false,
                NOWHERE);
    }

    private Leads leads() {
        if (random.nextBoolean()) {
            return new Leads(Optional.empty(), List.of(branch(Optional.empty())), List.of(nothing()));
        }
        Optional<Judgement> odds = Optional.of(judgement(Measure.ODDS, random.nextDouble(0.2, 0.9)));
        Optional<Judgement> share = Optional.of(judgement(Measure.ODDS, random.nextDouble(0.1, 0.7)));
        return new Leads(odds, List.of(branch(share), branch(Optional.empty())), List.of(nothing()));
    }

    private Branch branch(Optional<Judgement> odds) {
        int row = random.nextInt(rows.size());
        Effect effect = random.nextBoolean()
                ? new Effect.Shift(row, random.nextBoolean() ? 1 : -1)
                : new Effect.To(row, random.nextInt(rows.get(row).levels().size()));
        return new Branch(odds, List.of(effect), "");
    }

    private static Branch nothing() {
        return new Branch(Optional.empty(), List.of(), "nothing");
    }

    private Guard guard() {
        int row = random.nextInt(rows.size());
        long all = (1L << rows.get(row).levels().size()) - 1;
        Condition on = new Condition.On(row, random.nextLong(1, all + 1));
        return new Guard("a, guard", random.nextInt(4) == 0 ? new Condition.Not(on) : on);
    }

    /// The highest board is final, so that something is.
    private List<Outcome> outcomes() {
        var top = new ArrayList<Condition>();
        for (Row row : rows) {
            top.add(new Condition.On(row.index(), 1L << (row.levels().size() - 1)));
        }
        var last = new Guard("top", new Condition.All(top));
        return List.of(
                new Outcome(0, "deadlock", "", last, true, NOWHERE),
                new Outcome(1, "great-war", "", guard(), false, NOWHERE),
                new Outcome(2, "otherwise", "", Guard.ALWAYS, false, NOWHERE));
    }

    private Chance.Factor factor(long levels, double times) {
        return new Chance.Factor(new Guard("some", new Condition.On(0, levels)), points(times));
    }

    /// A pace of 1/rate times four weeks.
    private Judgement every(double rate) {
        return judgement(new Measure(Measure.Form.EVERY, 4, ""), 0.25 / rate);
    }

    /// Odds of so much each three weeks.
    private Judgement rate(double rate) {
        return judgement(new Measure(Measure.Form.SHARE_EACH, 3, ""), -Math.expm1(-3 * rate));
    }

    private Judgement points(double value) {
        return judgement(Measure.PLAIN, value);
    }

    private Judgement judgement(Measure measure, double value) {
        var made = new Judgement(
                judgements.size(),
                "number-" + judgements.size(),
                measure,
                0.9 * value,
                measure.form() == Measure.Form.SHARE_EACH ? 1 - 0.9 * (1 - value) : 1.1 * value,
                OptionalDouble.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOWHERE);
        judgements.add(made);
        return made;
    }
}
