package org.casus.app.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.app.Version;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.study.Band;
import org.casus.study.Draws;
import org.casus.study.Ensemble;
import org.casus.study.Indices;
import org.casus.study.Study;
import org.casus.study.Tornado;
import org.casus.study.WorldResult;
import org.casus.study.Worlds;

/// Works out what matters: all slopes by one adjoint, then, in one run, the drawn worlds and the ends of the
/// widest bars.
///
/// The result depends on the scenario, the seed, the tolerance, the start and the number of worlds alone; what
/// was in the ledger leaves no trace in it. An end is a world as well: that of judgement number j of the
/// scenario has the index −2 − 2j at its low end and −3 − 2j at its high one, whatever is asked about.
public final class MattersRun {

    /// How many bars are re-solved at both ends.
    public static final int RESOLVED = 10;

    /// Boards up to this size are re-solved unasked: it takes moments.
    private static final int SMALL = 2000;

    /// Next to a fold: slopes are no longer to be trusted.
    private static final double FOLD = 1e-8;

    private final Study study;
    private final Target target;
    private final Asked asked;
    private final Settings settings;
    private final Sides sides;
    private final List<String> warnings = new ArrayList<>();

    /// What was asked.
    ///
    /// @param run how many worlds are drawn, 0 for slopes alone, and how they are solved; policies are not
    ///     compared and claims not judged
    /// @param verify whether bars are re-solved; empty to do so where worlds are drawn or the board is small
    public record Asked(StudyRun.Asked run, Target target, Optional<Boolean> verify) {}

    /// What matters, and what the worlds say that it was read off.
    public record Found(Matters matters, StudyAnswer answer) {}

    private MattersRun(Study study, Map<String, Solved> middles, Asked asked, Settings settings) {
        this.study = study;
        this.target = asked.target();
        this.asked = asked;
        this.settings = settings;
        this.sides = new Sides(study, target, middles, settings);
    }

    /// Works out what `ledger` does not have yet, and keeps it there.
    ///
    /// @param study that reads the target: [Study#about], or one of everything, in which kinks are not counted;
    ///     of that, the variants of the target alone are worked out
    /// @param middles the variants of the target, solved in their middle worlds, by id
    /// @throws org.casus.chain.TooFastException if the chain is too fast to follow to the horizon
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted; what was finished
    ///     is in the ledger
    public static Found of(
            Study study,
            Map<String, Solved> middles,
            Asked asked,
            Settings settings,
            Ledger ledger,
            StudyRun.Watcher watcher) {
        return new MattersRun(study, middles, asked, settings).found(ledger, watcher);
    }

    private Found found(Ledger ledger, StudyRun.Watcher watcher) {
        var figures = sides.figures();
        if (figures.residual() > FOLD) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The adjoint's residual is %.0e: the game is next to a point where equilibria merge, and its "
                            + "slopes are not to be trusted.",
                    figures.residual()));
        }
        var wide = sides.bars();
        int worlds = asked.run().worlds();
        boolean verify = asked.verify().orElse(worlds > 0 || figures.states() <= SMALL);
        var ends = verify ? wide.subList(0, Math.min(RESOLVED, wide.size())) : List.<Tornado.Bar>of();
        var drawn = Drawn.of(study, asked.run().seed(), at(ends));
        var part = new StudyRun.Part(target.variants(), drawn, further(ends));
        var work = StudyRun.of(study, asked.run(), part, settings, ledger, watcher);
        var known = byWorld(work);
        double value = sides.value();
        var bars = bars(wide, ends.size(), known, value);
        failures(work.answer());
        warnings.addAll(Bars.warnings(bars));
        equilibria(work.answer());
        Optional<Matters.Spread> spread = worlds == 0 ? Optional.empty() : Optional.of(spread(drawn, known));
        var matters = new Matters(
                about(), value, sides.slopes(), bars, Bars.guessShare(bars), figures, spread, List.copyOf(warnings));
        return new Found(matters, work.answer());
    }

    private Matters.About about() {
        Scenario scenario = target.kind() == Target.Kind.CLAIM
                ? study.scenario()
                : study.variant(target.sides().getFirst().variant()).scenario();
        return new Matters.About(
                scenario.name(),
                Clean.text(scenario.title()),
                Version.current(),
                scenario.hash(),
                asked.run().seed(),
                target.sides().getFirst().variant(),
                target.isDifference() ? Optional.of(target.sides().getLast().variant()) : Optional.empty(),
                asked.run().settings(),
                scenario.choice(),
                scenario.clock(),
                settings.tolerance(),
                target);
    }

    private int index(Tornado.Bar bar, int high) {
        return Ensemble.CENTRAL - 1 - 2 * sides.place(bar) - high;
    }

    /// What the worlds at the ends of bars are.
    private Worlds at(List<Tornado.Bar> ends) {
        return scenario -> world -> ends.stream()
                .flatMap(bar -> IntStream.of(0, 1)
                        .filter(high -> index(bar, high) == world)
                        .mapToObj(high -> Sides.end(scenario, bar, high)))
                .findFirst()
                .orElseThrow(() -> new IndexOutOfBoundsException("world " + world));
    }

    private List<Integer> further(List<Tornado.Bar> ends) {
        return ends.stream()
                .flatMap(bar -> IntStream.of(0, 1).mapToObj(high -> index(bar, high)))
                .toList();
    }

    private static Map<Integer, Map<String, WorldResult>> byWorld(StudyRun.Work work) {
        var byWorld = new HashMap<Integer, Map<String, WorldResult>>();
        for (var results : List.of(work.answer().results(), work.further())) {
            for (WorldResult result : results) {
                byWorld.computeIfAbsent(result.world(), world -> new HashMap<>())
                        .put(result.variant(), result);
            }
        }
        return byWorld;
    }

    private void failures(StudyAnswer answer) {
        if (answer.failedWorlds() > 0) {
            warnings.add(answer.failedWorlds() + " of " + answer.about().worlds()
                    + " worlds are not solved and are left out: " + Reasons.of(answer) + ".");
        }
    }

    private void equilibria(StudyAnswer answer) {
        if (!answer.elsewhere().isEmpty()) {
            warnings.add(answer.elsewhere().size() + " of " + answer.checks().size()
                    + " games that were solved cold as well ended at another equilibrium: there are several, "
                    + "and the spread may mix them.");
        }
        if (answer.several() > 0) {
            warnings.add("A second opinion found more than one equilibrium in " + answer.several() + " of "
                    + answer.opinions().size() + " worlds: slopes and spread are of the reported one.");
        }
    }

    private List<Matters.Bar> bars(
            List<Tornado.Bar> wide, int resolved, Map<Integer, Map<String, WorldResult>> known, double middle) {
        var bars = new ArrayList<Matters.Bar>();
        for (int k = 0; k < wide.size(); k++) {
            Tornado.Bar bar = wide.get(k);
            Optional<Matters.Exact> exact = Optional.empty();
            if (k < resolved) {
                var low = known.getOrDefault(index(bar, 0), Map.of());
                var high = known.getOrDefault(index(bar, 1), Map.of());
                exact = Optional.of(new Matters.Exact(
                        target.in(study, low) - middle,
                        target.in(study, high) - middle,
                        kinks(low),
                        kinks(high),
                        odds(low),
                        odds(high)));
            }
            bars.add(new Matters.Bar(bar.judgements(), bar.atLow() + 0.0, bar.atHigh() + 0.0, exact));
        }
        return List.copyOf(bars);
    }

    /// Odds of every outcome in a world; empty where it is not solved.
    private double[] odds(Map<String, WorldResult> world) {
        WorldResult result = world.get(target.sides().getFirst().variant());
        return result == null ? new double[0] : result.outcomes();
    }

    /// Kinks on the way to a world, of all variants; NaN where they were not counted.
    private double kinks(Map<String, WorldResult> world) {
        double kinks = 0;
        for (String variant : target.variants()) {
            WorldResult result = world.get(variant);
            int place = study.labels(variant).indexOf(Study.KINKS);
            kinks += result == null || !result.solved() || place < 0 ? Double.NaN : result.values()[place];
        }
        return kinks;
    }

    private Matters.Spread spread(Drawn drawn, Map<Integer, Map<String, WorldResult>> known) {
        double[] values = IntStream.range(0, asked.run().worlds())
                .mapToDouble(world -> target.in(study, known.getOrDefault(world, Map.of())))
                .toArray();
        Draws draws = drawn.under(sides.widest(drawn));
        Indices indices = Indices.of(draws, values);
        var list = new ArrayList<Matters.Index>();
        for (int c : indices.ranked()) {
            List<Judgement> followers =
                    sides.followers(drawn, draws.coordinates().get(c).name());
            if (!followers.isEmpty()) {
                list.add(new Matters.Index(
                        followers, indices.first(c), indices.total(c), indices.fair(c), indices.learning(c)));
            }
        }
        return new Matters.Spread(
                values.length,
                indices.missing(),
                Band.of(values),
                indices.explained(),
                guessWeight(drawn, draws, indices),
                List.copyOf(list));
    }

    /// As [Indices#guessWeight], with the judgements of every side.
    private double guessWeight(Drawn drawn, Draws draws, Indices indices) {
        double weight = 0;
        double whole = 0;
        for (int c = 0; c < indices.dimension(); c++) {
            List<Judgement> followers =
                    sides.followers(drawn, draws.coordinates().get(c).name());
            long guesses = followers.stream().filter(Matters::guessed).count();
            weight += followers.isEmpty() ? 0 : indices.fair(c) * guesses / followers.size();
            whole += indices.fair(c);
        }
        return weight / whole;
    }
}
