package org.casus.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.casus.scenario.Claim;
import org.casus.scenario.Claim.Relation;
import org.casus.scenario.Claim.Test;
import org.casus.scenario.Lint;
import org.casus.scenario.World;

/// Judges the claims of a scenario by the worlds.
///
/// A claim is true in a world if, with q₁ its left and q₂ its right quantity there,
///
/// | form | true where |
/// | --- | --- |
/// | `q₁ above, below, at least, at most b` | q₁ > b, q₁ < b, q₁ ≥ b, q₁ ≤ b |
/// | `q₁ more than q₂ by m` (rise) | d > 0 and d ≥ m, d = q₁ − q₂ |
/// | `q₁ less than q₂ by m` (fall) | d > 0 and d ≥ m, d = q₂ − q₁ |
///
/// where m is in the quantity's own unit, or m q₂ if it counts in per cent. Without `by` the reader has
/// put a point of odds, or 5% of a rate or a time. A d short of m by a billionth of m is not short of it.
///
/// With s the share of true worlds among those that count: s ≥ 80% holds, s ≤ 20% fails, else it depends,
/// on the judgement and value that split them best ([Split]), if any does better than chance ([Chance]). If s = 100%
/// and it follows from one input
/// without solving, it is assumed: by what the file says of the very move ([Lint#follows]), or by the
/// board alone ([Foregone]).
///
/// Where the middle world has further equilibria, the claim is looked at there as well ([Elsewhere]). If it is
/// true at one and not at another, then what the worlds say of it is said of the reported equilibrium alone,
/// and a verdict that it holds or fails becomes: depends. One that depends by the worlds already says so as well,
/// beside what splits them; one that is assumed stays, with its reason: that rests on no equilibrium.
public final class Verdicts {

    private static final double SLACK = 1e-9;

    private final Study study;
    private final Results results;
    private final Results middle;
    private final IntFunction<World> worlds;

    private Verdicts(Study study, Results results, Results middle, Worlds worlds) {
        this.study = study;
        this.results = results;
        this.middle = middle;
        this.worlds = worlds.of(study.scenario());
    }

    /// The verdict on each claim of `study`, in the file's order, by those worlds in which all it needs has
    /// been worked out. The order of `results` does not matter.
    ///
    /// @param results those of the middle world and of [Elsewhere] among them, where they are known
    /// @param worlds as the ensemble had them
    public static List<Verdict> of(Study study, Collection<WorldResult> results, Worlds worlds) {
        var verdicts = new Verdicts(
                study,
                new Results(study, results, world -> world > Ensemble.CENTRAL),
                new Results(study, results, world -> world == Ensemble.CENTRAL || Elsewhere.equilibrium(world) >= 0),
                worlds);
        return study.claims().stream().map(verdicts::verdict).toList();
    }

    private Verdict verdict(Claim claim) {
        return claim.test()
                .map(test -> tested(claim, test))
                .orElseGet(() -> untestable(claim, claim.untestable().orElse("It has no test."), 0));
    }

    private static Verdict untestable(Claim claim, String reason, int failed) {
        Band none = Band.of(new double[0]);
        return new Verdict(
                claim.id(),
                Verdict.Kind.UNTESTABLE,
                Double.NaN,
                0,
                failed,
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                0,
                0,
                Optional.of(reason));
    }

    private Verdict tested(Claim claim, Test test) {
        List<Study.Side> sides = Study.Side.of(test);
        List<String> variants = sides.stream()
                .map(side -> Variant.id(side.setting()))
                .distinct()
                .toList();
        List<Integer> known = results.worlds(variants);
        List<Integer> solved =
                known.stream().filter(world -> results.solved(world, variants)).toList();
        int failed = known.size() - solved.size();
        double[] left = values(solved, claim, sides.getFirst());
        double[] right = test instanceof Test.Bound bound
                ? IntStream.range(0, left.length)
                        .mapToDouble(k -> bound.bound())
                        .toArray()
                : values(solved, claim, sides.getLast());
        int[] counts = IntStream.range(0, left.length)
                .filter(k -> !Double.isNaN(left[k]) && !Double.isNaN(right[k]))
                .toArray();
        if (counts.length == 0) {
            return untestable(
                    claim,
                    solved.isEmpty()
                            ? "It could be worked out in no world."
                            : "No two boards that can be reached differ in that row alone while the move is open.",
                    failed);
        }
        double[] l = pick(left, counts);
        double[] r = pick(right, counts);
        var truth = new boolean[counts.length];
        int hits = 0;
        for (int k = 0; k < truth.length; k++) {
            truth[k] = isTrue(test, l[k], r[k]);
            hits += truth[k] ? 1 : 0;
        }
        Optional<String> reason = reason(claim, sides, hits, truth.length);
        Verdict.Kind told = kind(hits, truth.length, reason.isPresent());
        int[] others = elsewhere(claim, test, sides, variants);
        boolean turns = others[1] > 0 && (told == Verdict.Kind.HOLDS || told == Verdict.Kind.FAILS);
        Verdict.Kind kind = turns ? Verdict.Kind.DEPENDS : told;
        List<World> drawn = pick(solved, counts).stream().map(worlds::apply).toList();
        Optional<Split> split = told == Verdict.Kind.DEPENDS
                ? Split.best(study.scenario(), drawn, truth, Split.leaf(drawn.size()))
                : Optional.empty();
        OptionalDouble chance = split.map(found -> OptionalDouble.of(
                        Chance.of(study.scenario(), drawn, truth, Split.leaf(drawn.size()), found.gain())))
                .orElse(OptionalDouble.empty());
        return new Verdict(
                claim.id(),
                kind,
                (double) hits / truth.length,
                truth.length,
                failed,
                Band.ofDifferences(l, r),
                Band.of(l),
                Band.of(r),
                relative(test) ? Optional.of(Band.of(ratios(l, r))) : Optional.empty(),
                split.filter(found -> chance.orElse(1) <= Chance.LEVEL),
                chance,
                others[0],
                others[1],
                others[1] > 0 && kind == Verdict.Kind.DEPENDS ? Optional.of(differ(others)) : reason);
    }

    private static String differ(int[] others) {
        return "equilibria differ: in the middle world it comes out otherwise at "
                + (others[0] == 1 ? "the other one" : others[1] + " of the " + others[0] + " others") + " found";
    }

    /// At how many further equilibria of the middle world the claim could be looked at, and at how many it is
    /// not as true as at the reported one.
    private int[] elsewhere(Claim claim, Test test, List<Study.Side> sides, List<String> variants) {
        List<Integer> known = middle.worlds(variants).stream()
                .filter(world -> middle.solved(world, variants))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (known.isEmpty() || known.getFirst() != Ensemble.CENTRAL) {
            return new int[2];
        }
        double[] left = middle.values(known, variant(sides.getFirst()), label(claim, sides.getFirst()));
        double[] right = test instanceof Test.Bound bound
                ? known.stream().mapToDouble(world -> bound.bound()).toArray()
                : middle.values(known, variant(sides.getLast()), label(claim, sides.getLast()));
        int[] counts = new int[2];
        for (int k = 1; k < left.length; k++) {
            boolean numbers = !Double.isNaN(left[0] + right[0] + left[k] + right[k]);
            counts[0] += numbers ? 1 : 0;
            counts[1] += numbers && isTrue(test, left[k], right[k]) != isTrue(test, left[0], right[0]) ? 1 : 0;
        }
        return counts;
    }

    private static String variant(Study.Side side) {
        return Variant.id(side.setting());
    }

    private static String label(Claim claim, Study.Side side) {
        return Study.side(claim.id(), side.name());
    }

    private double[] values(List<Integer> solved, Claim claim, Study.Side side) {
        return results.values(solved, variant(side), label(claim, side));
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(k -> values[k]).toArray();
    }

    private static List<Integer> pick(List<Integer> values, int[] places) {
        return Arrays.stream(places).mapToObj(values::get).toList();
    }

    private static boolean relative(Test test) {
        return test instanceof Test.Against against && against.relative();
    }

    private static double[] ratios(double[] left, double[] right) {
        var ratios = new double[left.length];
        Arrays.setAll(ratios, k -> right[k] == 0 ? Double.NaN : left[k] / right[k] - 1);
        return ratios;
    }

    /// Whether `test` is true of these two numbers.
    static boolean isTrue(Test test, double left, double right) {
        return switch (test) {
            case Test.Bound bound -> isTrue(bound.relation(), left, bound.bound());
            case Test.Against against -> {
                double difference = against.more() ? left - right : right - left;
                double margin = against.margin() * (against.relative() ? right : 1);
                yield difference > 0 && difference >= margin * (1 - SLACK);
            }
        };
    }

    private static boolean isTrue(Relation relation, double value, double bound) {
        return switch (relation) {
            case ABOVE -> value > bound;
            case BELOW -> value < bound;
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
        };
    }

    private static Verdict.Kind kind(int hits, int worlds, boolean follows) {
        if (hits == worlds && follows) {
            return Verdict.Kind.ASSUMED;
        }
        if (5L * hits >= 4L * worlds) {
            return Verdict.Kind.HOLDS;
        }
        return 5L * hits <= worlds ? Verdict.Kind.FAILS : Verdict.Kind.DEPENDS;
    }

    /// Why the truth in all worlds, or in none, was known before.
    private Optional<String> reason(Claim claim, List<Study.Side> sides, int hits, int worlds) {
        if (hits > 0 && hits < worlds) {
            return Optional.empty();
        }
        List<String> foregone = new ArrayList<>();
        for (Study.Side side : sides) {
            foregone(claim, side).ifPresent(foregone::add);
        }
        if (hits > 0) {
            return Lint.follows(study.scenario(), claim)
                    .or(() -> foregone.stream().findFirst());
        }
        return foregone.size() == sides.size()
                ? Optional.of(String.join("; ", foregone.stream().distinct().toList()))
                : Optional.empty();
    }

    /// What the board alone says of one side, which the variant reads with its own rows and moves.
    private Optional<String> foregone(Claim claim, Study.Side side) {
        String id = Variant.id(side.setting());
        Study.Part part = study.part(id);
        return part.variant().scenario().claims().stream()
                .filter(own -> own.id().equals(claim.id()))
                .flatMap(own -> own.test().stream())
                .flatMap(test -> Study.Side.of(test).stream())
                .filter(own -> own.name().equals(side.name()))
                .findFirst()
                .flatMap(own -> Foregone.of(
                        part.variant().structure().space(),
                        part.middle(),
                        own.ask().quantity()))
                .map(known -> switch (side.setting()) {
                    case Claim.Setting.AsIs asIs -> known.reason();
                    case Claim.Setting.Under under -> "under `" + id + "` " + known.reason();
                    case Claim.Setting.Without without -> id + " " + known.reason();
                });
    }
}
