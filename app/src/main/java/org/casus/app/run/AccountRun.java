package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.casus.app.Version;
import org.casus.app.run.Account.Card;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;
import org.casus.scenario.Outcome;
import org.casus.scenario.Row;
import org.casus.scenario.World;
import org.casus.story.Goal;
import org.casus.story.Lanes;
import org.casus.story.Maker;
import org.casus.story.Step;
import org.casus.story.Stories;
import org.casus.why.Decision;
import org.casus.why.Option;
import org.casus.why.Pivot;
import org.casus.why.Sharper;
import org.casus.why.Undoing;
import org.casus.why.Why;

/// Finds out how an outcome comes about and why: first the stories, which take a second, then what takes
/// longer.
public final class AccountRun {

    /// Runs to the outcome that stories are made from, unless told otherwise.
    public static final int RUNS = 5000;
    /// Points in time at which lanes are read.
    private static final int MOMENTS = 105;
    private static final int PIVOTS = 8;
    private static final int CARDS = 5;
    /// Cards at which it is asked what would turn them, the closest first, and by how many judgements.
    private static final int FLIPPED = 3;
    private static final int JUDGEMENTS = 2;

    private final Solved solved;
    private final Asked asked;
    private final Settings settings;
    private final StateSpace space;
    private final Outcome outcome;

    /// What is asked.
    ///
    /// @param outcome none for the likeliest
    /// @param state whose decisions are asked for; none for those of the largest storyline
    /// @param above points of loss above which a move is a clear error
    /// @param sharper up to how many times the sharpness the odds are followed; 1 for not at all
    /// @param quick whether to leave out what needs games to be solved again, and moves that undo each other
    public record Asked(
            List<String> settings,
            Optional<Outcome> outcome,
            OptionalInt state,
            int runs,
            long seed,
            double above,
            double sharper,
            boolean quick) {}

    /// @param solved without a failure
    public AccountRun(Solved solved, Asked asked, Settings settings) {
        this.solved = solved;
        this.asked = asked;
        this.settings = settings;
        space = solved.structure().space();
        outcome = asked.outcome().orElseGet(this::likeliest);
    }

    private Outcome likeliest() {
        var forecast = Forecasts.of(solved.solution(), space, new double[0], settings.threads());
        double[] odds = forecast.outcomes()[forecast.horizon()];
        return solved.scenario().outcomes().stream()
                .max(Comparator.comparingDouble((Outcome each) -> odds[each.index()]))
                .orElseThrow();
    }

    /// The stories.
    ///
    /// @throws org.casus.chain.TooFastException if the chain is too fast to follow to the horizon
    public Account how() {
        var goal = Goal.outcome(space, outcome);
        Stories stories = Stories.of(space, solved.solution(), goal, asked.runs(), asked.seed(), settings.threads());
        Optional<Lanes> lanes = stories.lines().stream().findFirst().map(line -> {
            double horizon = solved.scenario().clock().horizon();
            double[] times = IntStream.range(0, MOMENTS)
                    .mapToDouble(k -> horizon * k / (MOMENTS - 1))
                    .toArray();
            return Lanes.of(space, line.runs().stream().map(stories.runs()::get).toList(), times);
        });
        var about = new Account.About(
                solved.scenario(),
                Version.current(),
                asked.settings(),
                asked.seed(),
                outcome,
                asked.outcome().isEmpty(),
                asked.state().isPresent() ? Optional.of(when(asked.state().getAsInt())) : Optional.empty(),
                asked.runs(),
                settings.tolerance(),
                solved.solution().residual(),
                space.size());
        return new Account(
                about, stories, lanes, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The stories with all that was asked beside them.
    ///
    /// @param how as [#how] gave it
    /// @param watcher is told what is being worked on
    /// @throws NotSolvedException if a linear system behind a split cannot be solved
    public Account why(Account how, Consumer<String> watcher) throws NotSolvedException {
        var why = Why.of(solved.structure(), World.middle(solved.scenario()), solved.solution(), settings);
        watcher.accept("pivotal decisions");
        List<Pivot> pivots =
                how.stories().odds() > 0 ? why.pivotal(outcome, PIVOTS).pivots() : List.of();
        watcher.accept("decisions by interest");
        List<Card> cards = new ArrayList<>();
        for (Point point : points(how, pivots, why)) {
            cards.add(card(why, point));
        }
        watcher.accept("errors");
        var errors = why.errors(asked.above());
        Optional<List<Undoing>> undoings = Optional.empty();
        Optional<Sharper> sharper = Optional.empty();
        if (!asked.quick()) {
            watcher.accept("moves that undo each other");
            undoings = Optional.of(why.undoings());
            flip(why, cards, watcher);
            List<Double> times = times(asked.sharper());
            if (!times.isEmpty()) {
                watcher.accept("odds along rising sharpness");
                sharper = Optional.of(why.sharper(times));
            }
        }
        return new Account(
                how.about(),
                how.stories(),
                how.lanes(),
                pivots,
                List.copyOf(cards),
                Optional.of(errors),
                sharper,
                undoings);
    }

    /// 2, 4, 8 … up to and with `most`.
    private static List<Double> times(double most) {
        var times = new ArrayList<Double>();
        for (double k = 2; k < most; k *= 2) {
            times.add(k);
        }
        if (most > 1) {
            times.add(most);
        }
        return times;
    }

    /// A decision to lay open.
    private record Point(Decision decision, Option chosen, OptionalInt step) {}

    private List<Point> points(Account how, List<Pivot> pivots, Why why) {
        if (asked.state().isPresent()) {
            return why.decisions().in(asked.state().getAsInt()).stream()
                    .map(decision -> new Point(decision, decision.best(), OptionalInt.empty()))
                    .toList();
        }
        List<Step> steps = how.stories().lines().stream()
                .findFirst()
                .map(line -> line.steps())
                .orElse(List.of());
        var points = new ArrayList<Point>();
        for (int k = 0; k < steps.size(); k++) {
            int number = k;
            point(why, steps.get(k))
                    .ifPresent(point -> points.add(new Point(point.decision, point.chosen, OptionalInt.of(number))));
        }
        if (points.isEmpty()) {
            for (Pivot pivot : pivots.subList(0, Math.min(3, pivots.size()))) {
                why.decisions()
                        .of(pivot.actor(), pivot.state())
                        .ifPresent(decision -> decision.option(pivot.move())
                                .ifPresent(option -> points.add(new Point(decision, option, OptionalInt.empty()))));
            }
        }
        points.sort(Comparator.comparingDouble((Point point) -> point.step.isEmpty()
                ? 0
                : -Math.log(steps.get(point.step.getAsInt()).lift())));
        return points.stream()
                .limit(CARDS)
                .sorted(Comparator.comparingInt((Point point) -> point.step.orElse(0)))
                .toList();
    }

    /// The decision behind a step: that of whoever made it most often, if that is an actor, where it most often
    /// was made.
    private static Optional<Point> point(Why why, Step step) {
        if (step.by().getFirst().maker() instanceof Maker.Actor(int actor, int move)) {
            return why.decisions()
                    .of(actor, step.state())
                    .flatMap(decision ->
                            decision.option(move).map(option -> new Point(decision, option, OptionalInt.empty())));
        }
        return Optional.empty();
    }

    private Card card(Why why, Point point) throws NotSolvedException {
        Decision decision = point.decision;
        Option against = decision.rival(point.chosen);
        return new Card(
                when(decision.state()),
                point.step,
                decision,
                point.chosen,
                against,
                why.split(decision, point.chosen, against),
                1 / solved.solution().game().kappa[decision.actor()],
                Optional.empty());
    }

    /// Asks what would turn the closest of `cards`.
    private void flip(Why why, List<Card> cards, Consumer<String> watcher) {
        int[] closest = IntStream.range(0, cards.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer k) -> Math.abs(cards.get(k).difference())))
                .limit(FLIPPED)
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.sort(closest);
        for (int k : closest) {
            watcher.accept("what would turn decision " + (k + 1));
            Card card = cards.get(k);
            cards.set(k, card.with(why.flips(card.decision(), card.chosen(), card.against(), JUDGEMENTS)));
        }
    }

    /// The rows of the board that stand otherwise than at the start.
    private Condition when(int state) {
        List<Condition> rows = new ArrayList<>();
        for (Row row : solved.scenario().rows()) {
            int level = space.level(state, row.index());
            if (level != row.start()) {
                rows.add(new Condition.On(row.index(), 1L << level));
            }
        }
        return new Condition.All(List.copyOf(rows));
    }
}
