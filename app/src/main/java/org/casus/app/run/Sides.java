package org.casus.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.study.Gradient;
import org.casus.study.Gradients;
import org.casus.study.Study;
import org.casus.study.Tornado;
import org.casus.study.Variant;

/// The slopes of a target in the middle world: those of its sides, the second taken away from the first.
///
/// A judgement is one and the same wherever its path is; where a policy gives it another number, it moves in
/// each side over the range that it has there, as it does in the drawn worlds.
final class Sides {

    private record Part(double sign, Variant variant, Gradient gradient) {}

    private final List<Part> parts = new ArrayList<>();

    /// @param middles the variants solved in their middle worlds, by id
    Sides(Study study, Target target, Map<String, Solved> middles, Settings settings) {
        for (Target.Side side : target.sides()) {
            Variant variant = study.variant(side.variant());
            Solved solved = Optional.ofNullable(middles.get(side.variant()))
                    .orElseThrow(() -> new IllegalArgumentException(side.variant() + " is not solved"));
            try (var gradients = new Gradients(solved.structure(), variant.middle(), solved.solution(), settings)) {
                parts.add(new Part(
                        target.sign(side),
                        variant,
                        gradients.of(
                                side.ask().quantity(),
                                side.ask().beside(),
                                solved.solution().game().horizon)));
            }
        }
    }

    double value() {
        return parts.stream()
                .mapToDouble(part -> part.sign * part.gradient.value())
                .sum();
    }

    /// The larger residual of two, the sum of errors and work.
    Matters.Figures figures() {
        return new Matters.Figures(
                parts.stream()
                        .mapToDouble(part -> part.gradient.residual())
                        .max()
                        .orElse(Double.NaN),
                parts.stream().mapToDouble(part -> part.gradient.truncation()).sum(),
                parts.stream().mapToInt(part -> part.gradient.products()).sum(),
                parts.stream()
                        .mapToInt(part -> part.variant.structure().space().size())
                        .max()
                        .orElse(0));
    }

    /// Every judgement, those of the first side in the order of the scenario.
    List<Matters.Slope> slopes() {
        Map<String, Matters.Slope> slopes = new LinkedHashMap<>();
        for (Part part : parts) {
            for (Judgement judgement : part.variant.scenario().judgements()) {
                double slope = part.sign * part.gradient.slope(judgement);
                double middle = judgement.middle();
                slopes.merge(
                        judgement.id(),
                        new Matters.Slope(
                                judgement,
                                slope,
                                slope * (judgement.low() - middle) + 0.0,
                                slope * (judgement.high() - middle) + 0.0),
                        (a, b) -> new Matters.Slope(
                                a.judgement(), a.slope() + b.slope(), a.atLow() + b.atLow(), a.atHigh() + b.atHigh()));
            }
        }
        return List.copyOf(slopes.values());
    }

    /// The bars of both sides, those of one group added up, the widest first.
    List<Tornado.Bar> bars() {
        Map<String, Tornado.Bar> bars = new LinkedHashMap<>();
        for (Part part : parts) {
            var own = Tornado.of(part.variant.scenario(), part.variant.middle(), part.gradient);
            own.bars().stream()
                    .sorted(Comparator.comparingInt(
                            bar -> bar.judgements().getFirst().index()))
                    .forEach(bar -> bars.merge(
                            bar.judgements().getFirst().id(),
                            new Tornado.Bar(bar.judgements(), part.sign * bar.atLow(), part.sign * bar.atHigh()),
                            (a, b) -> new Tornado.Bar(a.judgements(), a.atLow() + b.atLow(), a.atHigh() + b.atHigh())));
        }
        return bars.values().stream()
                .filter(bar -> bar.swing() != 0)
                .sorted(Comparator.comparingDouble((Tornado.Bar bar) -> -Math.abs(bar.swing())))
                .toList();
    }

    /// A number for `bar` that depends on the scenario alone.
    int place(Tornado.Bar bar) {
        List<String> all = parts.stream()
                .flatMap(part -> part.variant.scenario().judgements().stream())
                .map(Judgement::id)
                .distinct()
                .toList();
        return all.indexOf(bar.judgements().getFirst().id());
    }

    /// The middle world of `scenario` with the judgements of `bar` at their low (0) or high (1) ends.
    static World end(Scenario scenario, Tornado.Bar bar, int high) {
        World middle = World.middle(scenario);
        Set<String> moved = bar.judgements().stream().map(Judgement::id).collect(Collectors.toSet());
        double[] written = scenario.judgements().stream()
                .mapToDouble(judgement -> !moved.contains(judgement.id())
                        ? middle.written(judgement)
                        : high == 1 ? judgement.high() : judgement.low())
                .toArray();
        return World.of(scenario, written);
    }

    /// The scenario of the side that has the most coordinates in `draws`.
    Scenario widest(Drawn draws) {
        return parts.stream()
                .map(part -> part.variant.scenario())
                .max(Comparator.comparingInt(
                        scenario -> draws.under(scenario).coordinates().size()))
                .orElseThrow();
    }

    /// The judgements that follow the coordinate called `name` in some side, each once.
    List<Judgement> followers(Drawn draws, String name) {
        Set<String> seen = new LinkedHashSet<>();
        List<Judgement> followers = new ArrayList<>();
        for (Part part : parts) {
            Scenario scenario = part.variant.scenario();
            draws.under(scenario).coordinates().stream()
                    .filter(coordinate -> coordinate.name().equals(name))
                    .flatMap(coordinate -> coordinate.judgements().stream())
                    .map(scenario.judgements()::get)
                    .filter(judgement -> seen.add(judgement.id()))
                    .forEach(followers::add);
        }
        return List.copyOf(followers);
    }
}
