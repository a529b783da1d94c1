package org.casus.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lint of numbers: running costs, paces without range, where judgements come from.
final class NumberLint {

    private final Scenario scenario;

    NumberLint(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(List<Warning> warnings) {
        for (Actor actor : scenario.actors()) {
            actor.worths().forEach(worth -> running(actor, worth, warnings));
        }
        paces(warnings);
        provenance(warnings);
        sources(warnings);
    }

    private void running(Actor actor, Worth worth, List<Warning> warnings) {
        Judgement flow = worth.points();
        if (flow.measure().form() != Measure.Form.POINTS_EACH) {
            return;
        }
        double ahead =
                1 / actor.looksAhead().measure().inGame(actor.looksAhead().middle());
        double points = flow.measure().inGame(flow.middle()) * ahead;
        if (points > Limits.POINTS) {
            String unit = scenario.clock().unit().word();
            warnings.add(new Warning(
                    flow.position(),
                    "running-cost",
                    Say.quoted(flow.id()) + ": " + Say.number(flow.middle()) + " "
                            + flow.measure().unit()
                            + " is " + Say.number(points) + " points over the " + Say.number(ahead) + " " + unit
                            + "s that " + actor.id() + " looks ahead, more than all it could gain or lose (10). State"
                            + " what living with it for ever is worth, or a smaller flow."));
        }
    }

    private void paces(List<Warning> warnings) {
        List<Judgement> drifts =
                scenario.actors().stream().map(Actor::drifts).distinct().toList();
        boolean doubtful = scenario.judgements().stream().anyMatch(Judgement::isRange);
        for (Judgement judgement : drifts) {
            if (doubtful && !judgement.isRange()) {
                warnings.add(new Warning(
                        judgement.position(),
                        "point-drifts",
                        Say.quoted(judgement.id()) + " is a single number. How often idle moves are made decides much"
                                + " and is hardly ever known: give a range."));
            }
        }
        for (Actor actor : scenario.actors()) {
            double drift = actor.drifts().measure().inGame(actor.drifts().middle());
            double act = actor.acts().measure().inGame(actor.acts().middle());
            if (drift > act) {
                warnings.add(new Warning(
                        actor.position(),
                        "drifts-faster-than-acts",
                        actor.id() + " drifts into idle moves more often than it can act when it badly wants to."));
            }
        }
    }

    /// How many numbers rest on what.
    private void provenance(List<Warning> warnings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> unsourced = new ArrayList<>();
        for (Judgement judgement : scenario.judgements()) {
            if (judgement.per().isEmpty()) {
                unsourced.add(judgement.id());
            } else {
                counts.merge(judgement.per().get(), 1, Integer::sum);
            }
        }
        int guesses = counts.getOrDefault(Judgement.GUESS, 0);
        if (guesses == 0 && unsourced.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((per, count) -> {
            if (!per.equals(Judgement.GUESS)) {
                parts.add(count + " per " + per);
            }
        });
        parts.add(Say.count(guesses, "guess").replace("guesss", "guesses"));
        if (!unsourced.isEmpty()) {
            parts.add(unsourced.size() + " without source (" + shortList(unsourced) + ")");
        }
        String text = "Of " + Say.count(scenario.judgements().size(), "number") + ": " + String.join(", ", parts) + ".";
        String file = scenario.judgements().getFirst().position().file();
        warnings.add(new Warning(new Position(file, 1, 1, 1), "guesses", text));
    }

    private static String shortList(List<String> ids) {
        int shown = Math.min(ids.size(), 5);
        String list = String.join(", ", ids.subList(0, shown));
        return shown < ids.size() ? list + ", …" : list;
    }

    private void sources(List<Warning> warnings) {
        for (Source source : scenario.sources()) {
            boolean used = scenario.judgements().stream()
                            .anyMatch(j -> j.per().filter(source.id()::equals).isPresent())
                    || scenario.claims().stream()
                            .anyMatch(
                                    c -> c.source().filter(source.id()::equals).isPresent());
            if (!used) {
                warnings.add(new Warning(
                        source.position(),
                        "unused-source",
                        "No number and no claim refers to " + Say.quoted(source.id()) + "."));
            }
        }
    }
}
