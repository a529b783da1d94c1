package org.casus.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.story.Mix;

/// The worlds of a scenario: world 17 of a seed is the same on any machine, whatever else is drawn.
///
/// Each judgement that is a range has a coordinate u in (0, 1) and takes, as written, the value
/// whose odds of being undercut are u:
///
///     a to b            a + u (b − a)
///     a to b around c   a + √(u (b − a)(c − a))         if u < (c − a)/(b − a)
///                       b − √((1 − u)(b − a)(b − c))    else
///
/// The members of a `together` group share one coordinate, so that they rise and fall as one *as
/// written* (`every 2 weeks` is below `every 3 weeks`). Points take none. Coordinates are
/// independent: each is a dimension of [Sobol], scrambled by the seed and the coordinate's name,
/// which is the id of its judgement or of the first one its group lists.
///
/// **What changes the draws.** Of a judgement: its id, its ends, the seed, and for a group which
/// judgement is listed first. Its place in the file, its source and other judgements' ends do
/// not. A judgement added, removed or renamed elsewhere leaves the others' draws alone, but for
/// those whose dimension it takes or frees ([Slots]): of 226 every fourth such edit changes one
/// other. There are at least twice as many dimensions as coordinates, a power of two and at least
/// 16; an edit by which that number doubles (the 9th coordinate, the 17th, the 33rd, …) changes
/// about half of the draws.
///
/// **Policies** are met by the same worlds: [#under] keeps the coordinates of the scenario as it
/// is, so that a judgement of the same id has the same u under every policy, even if the policy
/// gives it other ends. A range that only a policy brings in takes a coordinate of its own name,
/// the same under every policy that brings it in, evenly spread by itself but not jointly with
/// others.
///
/// A world costs some tenths of a microsecond a coordinate. Immutable; any number of threads may
/// draw.
public final class Draws {

    private static final int FEWEST_SLOTS = 16;

    /// A coordinate of the worlds.
    ///
    /// @param name the id of its judgement, or of the first one of its group
    /// @param judgements indices of the judgements that follow it in the scenario at hand; none
    /// where a policy left no range that does
    public record Coordinate(String name, List<Integer> judgements) {}

    private final Scenario scenario;
    private final long seed;
    /// Of the scenario as it is: by judgement id the name of its coordinate, and by name the
    /// place of it.
    private final Map<String, String> names;
    private final List<String> own;
    private final int[] dimension;

    private final List<Coordinate> coordinates;
    private final long[] keys;
    /// The coordinate of each judgement of the scenario at hand, −1 for points.
    private final int[] coordinateOf;

    private Draws(Scenario scenario, long seed, Map<String, String> names, List<String> own, int[] dimension) {
        this.scenario = scenario;
        this.seed = seed;
        this.names = names;
        this.own = own;
        this.dimension = dimension;
        List<Judgement> judgements = scenario.judgements();
        Map<String, Integer> place = new HashMap<>();
        List<List<Integer>> followers = new ArrayList<>();
        List<String> all = new ArrayList<>(own);
        for (String name : own) {
            place.put(name, followers.size());
            followers.add(new ArrayList<>());
        }
        Map<String, String> here = names(scenario);
        coordinateOf = new int[judgements.size()];
        for (Judgement judgement : judgements) {
            coordinateOf[judgement.index()] = -1;
            if (judgement.isRange()) {
                String name = names.getOrDefault(judgement.id(), newcomer(judgement, here));
                Integer known = place.get(name);
                if (known == null) {
                    known = followers.size();
                    place.put(name, known);
                    followers.add(new ArrayList<>());
                    all.add(name);
                }
                followers.get(known).add(judgement.index());
                coordinateOf[judgement.index()] = known;
            }
        }
        List<Coordinate> list = new ArrayList<>();
        keys = new long[all.size()];
        for (int c = 0; c < all.size(); c++) {
            list.add(new Coordinate(all.get(c), List.copyOf(followers.get(c))));
            keys[c] = Mix.bits(seed, Mix.bits(all.get(c)));
        }
        coordinates = List.copyOf(list);
    }

    /// The worlds of `scenario`, which is taken as it is: for a policy go on with [#under].
    public static Draws of(Scenario scenario, long seed) {
        Map<String, String> names = names(scenario);
        List<String> own = scenario.judgements().stream()
                .filter(Judgement::isRange)
                .map(judgement -> names.getOrDefault(judgement.id(), judgement.id()))
                .distinct()
                .toList();
        int slots = FEWEST_SLOTS;
        while (slots < 2 * own.size()) {
            slots *= 2;
        }
        return new Draws(scenario, seed, names, own, Slots.of(own, slots));
    }

    /// The same worlds of the same file under edits.
    public Draws under(Scenario edited) {
        return new Draws(edited, seed, names, own, dimension);
    }

    /// The name of the coordinate of each judgement of a scenario, points included.
    private static Map<String, String> names(Scenario scenario) {
        Map<String, String> names = new HashMap<>();
        for (Judgement judgement : scenario.judgements()) {
            names.put(judgement.id(), judgement.id());
        }
        for (List<Integer> group : scenario.together()) {
            String first = scenario.judgements().get(group.getFirst()).id();
            group.forEach(index -> names.put(scenario.judgements().get(index).id(), first));
        }
        return names;
    }

    /// The name for a judgement that the scenario as it is does not have: its group's there, if
    /// it knows the first of it, else its own.
    private String newcomer(Judgement judgement, Map<String, String> here) {
        String group = here.getOrDefault(judgement.id(), judgement.id());
        return names.getOrDefault(group, group);
    }

    /// The scenario whose worlds these are.
    public Scenario scenario() {
        return scenario;
    }

    public long seed() {
        return seed;
    }

    /// The coordinates: first those of the scenario as it is, in the order of its judgements and
    /// the same under every policy, then what a policy brought in.
    public List<Coordinate> coordinates() {
        return coordinates;
    }

    /// The coordinate that `judgement` of this scenario follows, −1 for a point.
    public int coordinate(Judgement judgement) {
        return coordinateOf[judgement.index()];
    }

    /// The coordinates of a world, each in (0, 1), in the order of [#coordinates()].
    ///
    /// @param index ≥ 0
    /// @throws IndexOutOfBoundsException if it is negative
    public double[] coordinates(int index) {
        double[] u = new double[keys.length];
        for (int c = 0; c < u.length; c++) {
            int slot = c < dimension.length ? dimension[c] : -1;
            // What is outside the slots is a block of its own.
            long order = slot < 0 ? Mix.bits(keys[c], -1) : Mix.bits(seed, -1 - slot / Sobol.BLOCK);
            u[c] = Sobol.at(keys[c], order, Math.max(slot, 0) % Sobol.BLOCK, index);
        }
        return u;
    }

    /// The world of this index.
    ///
    /// @param index ≥ 0
    /// @throws IndexOutOfBoundsException if it is negative
    public World world(int index) {
        double[] u = coordinates(index);
        List<Judgement> judgements = scenario.judgements();
        double[] written = new double[judgements.size()];
        for (Judgement judgement : judgements) {
            int c = coordinateOf[judgement.index()];
            written[judgement.index()] = c < 0 ? judgement.middle() : at(judgement, u[c]);
        }
        return World.of(scenario, written);
    }

    /// The value of `judgement`, as written, that is undercut with odds `u`: its quantile.
    public static double at(Judgement judgement, double u) {
        double low = judgement.low();
        double high = judgement.high();
        double width = high - low;
        double value;
        if (judgement.around().isEmpty()) {
            value = low + u * width;
        } else {
            double mode = judgement.around().getAsDouble();
            value = u * width < mode - low
                    ? low + Math.sqrt(u * width * (mode - low))
                    : high - Math.sqrt((1 - u) * width * (high - mode));
        }
        return Math.clamp(value, low, high);
    }
}
