package org.casus.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.SecondOpinion;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.study.Ask;
import org.casus.study.Elsewhere;
import org.casus.study.Ensemble;
import org.casus.study.Readings;
import org.casus.study.Study;
import org.casus.study.Variant;
import org.casus.study.WorldResult;

/// Second looks at a study: games solved with all care however the run solves, and where further equilibria are
/// looked for, those.
///
/// Of each world looked at it is the first variant, the scenario as it is if that is one of them. Of a drawn world
/// k that is checked it is one of the g others as well, the (k mod g)-th: solving all of them with all care would
/// cost more than most runs, and g checked worlds see each of them once. Variants that are one game count as one.
final class SecondLooks {

    /// Random ends that a second opinion starts from, as `solve` does.
    private static final int STARTS = 6;

    private static final double[] NONE = {};

    /// One look to take.
    private record Place(int world, Variant variant) {}

    private final Study study;
    private final List<Variant> variants;
    private final StudyRun.Asked asked;
    private final Drawn drawn;
    private final Settings settings;

    /// @param variants ids of those that are worked out
    SecondLooks(Study study, List<String> variants, StudyRun.Asked asked, Drawn drawn, Settings settings) {
        this.study = study;
        this.variants = study.games().stream()
                .filter(variant -> variants.contains(variant.id()))
                .toList();
        this.asked = asked;
        this.drawn = drawn;
        this.settings = settings;
    }

    /// All looks, world by world, those that `ledger` has not yet taken and kept there.
    List<Look> take(Ledger ledger, StudyRun.Watcher watcher) {
        List<Place> places = places();
        List<Look> looks = new ArrayList<>(ledger.looks().stream()
                .filter(look -> places.stream().anyMatch(place -> is(look, place)))
                .toList());
        List<Place> open = places.stream()
                .filter(place -> looks.stream().noneMatch(look -> is(look, place)))
                .toList();
        int failed = 0;
        for (int k = 0; k < open.size(); k++) {
            watcher.at("second looks", k, failed, open.size());
            Look look = look(open.get(k), ledger);
            ledger.keep(look);
            looks.add(look);
            failed += look.failure().isPresent() ? 1 : 0;
        }
        List<String> order = variants.stream().map(Variant::id).toList();
        looks.sort(Comparator.comparingInt(Look::world).thenComparingInt(look -> order.indexOf(look.variant())));
        return List.copyOf(looks);
    }

    private static boolean is(Look look, Place place) {
        return look.world() == place.world && look.variant().equals(place.variant.id());
    }

    private List<Place> places() {
        Variant first = study.variants().getFirst();
        List<Variant> others = variants.stream()
                .filter(variant -> !variant.id().equals(first.id()))
                .toList();
        List<Place> places = new ArrayList<>();
        IntStream.range(Ensemble.CENTRAL, asked.worlds()).forEach(world -> {
            if (sought(world) || checked(world)) {
                places.add(new Place(world, first));
            }
            if (checked(world) && !others.isEmpty()) {
                places.add(new Place(world, others.get(world % others.size())));
            }
        });
        return places;
    }

    private boolean sought(int world) {
        return asked.opinions().filter(count -> world < count).isPresent();
    }

    private boolean checked(int world) {
        return world >= 0 && world < asked.checks();
    }

    private Look look(Place place, Ledger ledger) {
        int world = place.world;
        Variant variant = place.variant;
        boolean sought =
                sought(world) && variant.id().equals(study.variants().getFirst().id());
        try {
            var game = variant.structure()
                    .game(
                            world == Ensemble.CENTRAL
                                    ? variant.middle()
                                    : drawn.of(variant.scenario()).apply(world));
            var readings = new Readings(variant.structure().space(), game, List.<Ask>of());
            Solution cold = Equilibrium.solve(game, settings);
            List<double[]> others = new ArrayList<>();
            if (sought) {
                for (var found : SecondOpinion.of(cold, settings, STARTS, asked.seed()).equilibria().stream()
                        .skip(1)
                        .toList()) {
                    if (world == Ensemble.CENTRAL && asked.judged()) {
                        // Kept before the look itself: where that is known, so are these.
                        keep(ledger, Elsewhere.of(study, found.solution(), others.size(), settings));
                    }
                    others.add(readings.of(found.solution()).outcomes());
                }
            }
            return new Look(
                    world, variant.id(), Optional.empty(), readings.of(cold).outcomes(), sought, List.copyOf(others));
        } catch (NotSolvedException e) {
            return failed(place, sought, e.reason() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return failed(place, sought, "REFUSED: " + e.getMessage());
        }
    }

    private static Look failed(Place place, boolean sought, String reason) {
        return new Look(place.world, place.variant.id(), Optional.of(reason), NONE, sought, List.of());
    }

    private static void keep(Ledger ledger, List<WorldResult> results) {
        Set<Ensemble.Task> known = ledger.results().stream().map(StudyRun::task).collect(Collectors.toSet());
        results.stream()
                .filter(result -> !known.contains(StudyRun.task(result)))
                .forEach(ledger::keep);
    }
}
