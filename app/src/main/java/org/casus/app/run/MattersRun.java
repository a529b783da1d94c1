package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.casus.app.Version;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Judgement;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.study.Band;
import org.casus.study.Draws;
import org.casus.study.Ensemble;
import org.casus.study.Gradient;
import org.casus.study.Indices;
import org.casus.study.Study;
import org.casus.study.Tornado;
import org.casus.study.Worlds;

/// Works out what matters: all slopes by one adjoint, then, in one ensemble that starts from the middle
/// world, the drawn worlds and the ends of the widest bars.
///
/// The result depends on the scenario, the seed, the tolerance and the number of worlds alone.
public final class MattersRun {

    /// How many bars are re-solved at both ends.
    public static final int RESOLVED = 10;

    /// Boards up to this size are re-solved unasked: it takes moments.
    private static final int SMALL = 2000;

    /// Drawn worlds that are solved from nothing as well.
    private static final int COLD = 2;

    /// Values that differ by more, relative to the larger of 1 and themselves, are of another equilibrium.
    private static final double SAME = 1e-3;

    /// Next to a fold: slopes are no longer to be trusted.
    private static final double FOLD = 1e-8;

    private final Solved solved;
    private final Scenario asIs;
    private final Asked asked;
    private final Settings settings;
    private final Consumer<String> progress;
    private final double[] known;
    private final List<String> warnings = new ArrayList<>();

    /// What was asked.
    ///
    /// @param settings `path=value` as given
    /// @param worlds to draw; 0 for slopes alone
    /// @param verify whether bars are re-solved; empty to do so where worlds are drawn or the board is small
    public record Asked(List<String> settings, Target target, int worlds, Optional<Boolean> verify, long seed) {}

    private MattersRun(
            Solved solved, Scenario asIs, Asked asked, Settings settings, double[] known, Consumer<String> progress) {
        this.solved = solved;
        this.asIs = asIs;
        this.asked = asked;
        this.settings = settings;
        this.known = known;
        this.progress = progress;
    }

    /// @param solved the scenario under its edits, solved
    /// @param asIs the same file without edits, whose worlds are met
    /// @param progress is told what is being done, from any thread
    /// @throws org.casus.chain.TooFastException if the chain is too fast to follow to the horizon
    public static Matters of(Solved solved, Scenario asIs, Asked asked, Settings settings, Consumer<String> progress) {
        return new MattersRun(solved, asIs, asked, settings, new double[0], progress).matters();
    }

    /// The same where the worlds are solved already.
    ///
    /// @param known the value of the target in each of the drawn worlds, as many as are asked for; NaN where
    ///     the world is not solved. Whoever solved them has looked whether they are at another equilibrium
    public static Matters of(
            Solved solved, Scenario asIs, Asked asked, Settings settings, double[] known, Consumer<String> progress) {
        if (known.length != asked.worlds()) {
            throw new IllegalArgumentException(known.length + " values for " + asked.worlds() + " worlds");
        }
        return new MattersRun(solved, asIs, asked, settings, known, progress).matters();
    }

    private Matters matters() {
        Scenario scenario = solved.scenario();
        World middle = World.middle(scenario);
        progress.accept("slopes by every judgement");
        Gradient gradient = Gradient.of(
                solved.structure(), middle, solved.solution(), asked.target().quantity(), settings);
        if (gradient.residual() > FOLD) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The adjoint's residual is %.0e: the game is next to a point where equilibria merge, and its "
                            + "slopes are not to be trusted.",
                    gradient.residual()));
        }
        var wide = Tornado.of(scenario, middle, gradient).bars().stream()
                .filter(bar -> bar.swing() != 0)
                .toList();
        int states = solved.structure().space().size();
        boolean verify = asked.verify().orElse(asked.worlds() > 0 || states <= SMALL);
        var ends = verify ? wide.subList(0, Math.min(RESOLVED, wide.size())) : List.<Tornado.Bar>of();
        Draws draws = Draws.of(asIs, asked.seed()).under(scenario);
        double[] values = values(draws, ends, middle);
        var bars = bars(wide, ends.size(), values, gradient.value());
        warnings.addAll(Bars.warnings(bars));
        Optional<Matters.Spread> spread = asked.worlds() == 0
                ? Optional.empty()
                : Optional.of(spread(draws, Arrays.copyOf(values, asked.worlds())));
        return new Matters(
                about(),
                gradient.value(),
                slopes(gradient),
                bars,
                Bars.guessShare(bars),
                new Matters.Figures(gradient.residual(), gradient.truncation(), gradient.products(), states),
                spread,
                List.copyOf(warnings));
    }

    private Matters.About about() {
        Scenario scenario = solved.scenario();
        return new Matters.About(
                scenario.name(),
                Clean.text(scenario.title()),
                Version.current(),
                scenario.hash(),
                asked.seed(),
                scenario.policy(),
                asked.settings(),
                scenario.choice(),
                scenario.clock(),
                settings.tolerance(),
                asked.target());
    }

    private List<Matters.Slope> slopes(Gradient gradient) {
        return solved.scenario().judgements().stream()
                .map(judgement -> {
                    double slope = gradient.slope(judgement);
                    double middle = judgement.middle();
                    return new Matters.Slope(
                            judgement,
                            slope,
                            slope * (judgement.low() - middle) + 0.0,
                            slope * (judgement.high() - middle) + 0.0);
                })
                .toList();
    }

    /// The value in each drawn world, then at the low and the high end of each bar; NaN where the game there
    /// is not solved.
    private double[] values(Draws draws, List<Tornado.Bar> ends, World middle) {
        int drawn = asked.worlds();
        int all = drawn + 2 * ends.size();
        var values = new double[all];
        System.arraycopy(known, 0, values, 0, known.length);
        if (all == known.length) {
            return values;
        }
        Study study = Study.alone(solved.scenario(), solved.structure());
        var reasons = new TreeMap<String, Integer>();
        Ensemble.Sink sink = result -> {
            values[result.world()] = asked.target().in(result);
            result.failure()
                    .filter(reason -> result.world() < drawn)
                    .ifPresent(reason -> reasons.merge(word(reason), 1, Integer::sum));
        };
        Worlds worlds = scenario -> world ->
                world < drawn ? draws.world(world) : end(ends.get((world - drawn) / 2), (world - drawn) % 2, middle);
        new Ensemble(study, worlds, settings, Ensemble.Start.CENTRAL)
                .run(
                        tasks(all),
                        task -> task.world() < known.length,
                        settings.threads(),
                        sink,
                        (done, failed, of) ->
                                progress.accept(done + " of " + of + " worlds solved, " + failed + " not"));
        if (!reasons.isEmpty()) {
            int failed = reasons.values().stream().mapToInt(n -> n).sum();
            warnings.add(failed + " of " + drawn + " worlds are not solved and are left out: "
                    + String.join(
                            ", ",
                            reasons.entrySet().stream()
                                    .map(e -> e.getKey() + " in " + e.getValue())
                                    .toList())
                    + ".");
        }
        if (known.length == 0) {
            cold(study, worlds, values);
        }
        return values;
    }

    private static List<Ensemble.Task> tasks(int count) {
        return IntStream.range(0, count)
                .mapToObj(world -> new Ensemble.Task(world, Policy.AS_IS))
                .toList();
    }

    /// Starts from the middle world may end at another equilibrium than the definition: a few worlds show it.
    private void cold(Study study, Worlds worlds, double[] warm) {
        int count = Math.min(COLD, asked.worlds());
        var elsewhere = new boolean[count];
        progress.accept("solving " + count + " worlds from nothing");
        new Ensemble(study, worlds, settings, Ensemble.Start.COLD)
                .run(
                        tasks(count),
                        task -> false,
                        settings.threads(),
                        result -> elsewhere[result.world()] =
                                differs(asked.target().in(result), warm[result.world()]),
                        (done, failed, of) -> {});
        int found = 0;
        for (boolean one : elsewhere) {
            found += one ? 1 : 0;
        }
        if (found > 0) {
            warnings.add(found + " of " + count + " worlds that were solved from nothing as well ended at another "
                    + "equilibrium: there are several, and the spread may mix them.");
        }
    }

    private static boolean differs(double a, double b) {
        return Math.abs(a - b) > SAME * Math.max(1, Math.abs(b));
    }

    /// The middle world with the judgements of `bar` at their low (0) or high (1) ends.
    private World end(Tornado.Bar bar, int high, World middle) {
        Scenario scenario = solved.scenario();
        double[] written = scenario.judgements().stream()
                .mapToDouble(judgement -> !bar.judgements().contains(judgement)
                        ? middle.written(judgement)
                        : high == 1 ? judgement.high() : judgement.low())
                .toArray();
        return World.of(scenario, written);
    }

    private List<Matters.Bar> bars(List<Tornado.Bar> wide, int resolved, double[] values, double middle) {
        var bars = new ArrayList<Matters.Bar>();
        for (int k = 0; k < wide.size(); k++) {
            Tornado.Bar bar = wide.get(k);
            int at = asked.worlds() + 2 * k;
            Optional<Matters.Exact> exact = k < resolved
                    ? Optional.of(new Matters.Exact(values[at] - middle, values[at + 1] - middle))
                    : Optional.empty();
            bars.add(new Matters.Bar(bar.judgements(), bar.atLow() + 0.0, bar.atHigh() + 0.0, exact));
        }
        return List.copyOf(bars);
    }

    private Matters.Spread spread(Draws draws, double[] values) {
        progress.accept("indices of " + draws.coordinates().size() + " judgements");
        Indices indices = Indices.of(draws, values);
        List<Judgement> judgements = solved.scenario().judgements();
        var list = indices.ranked().stream()
                .filter(c -> !draws.coordinates().get(c).judgements().isEmpty())
                .map(c -> new Matters.Index(
                        draws.coordinates().get(c).judgements().stream()
                                .map(judgements::get)
                                .toList(),
                        indices.first(c),
                        indices.total(c),
                        indices.fair(c),
                        indices.learning(c)))
                .toList();
        return new Matters.Spread(
                values.length,
                indices.missing(),
                Band.of(values),
                indices.explained(),
                indices.guessWeight(draws),
                list);
    }

    /// The engine's reason in words.
    private static String word(String reason) {
        return switch (reason.replaceFirst(":.*", "")) {
            case "DOES_NOT_SETTLE" -> "play does not settle";
            case "UNDECIDED" -> "where play settles is undecided";
            case "NOT_ACCURATE" -> "not accurate enough";
            case "NOT_FINITE" -> "values beyond all numbers";
            case "TOO_FAST" -> "too fast to follow";
            case "REFUSED" -> "numbers that make no game";
            default -> reason;
        };
    }
}
