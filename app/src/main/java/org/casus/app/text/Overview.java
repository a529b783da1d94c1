package org.casus.app.text;

import java.util.List;
import java.util.stream.Collectors;
import org.casus.scenario.Actor;
import org.casus.scenario.Agreement;
import org.casus.scenario.Chance;
import org.casus.scenario.Commitment;
import org.casus.scenario.Move;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// What a scenario compiled to, in one page: rows, actors, commitments, agreements, moves, chance,
/// outcomes.
public final class Overview {

    private final Scenario scenario;
    private final Spelling spelling;
    private final Sheet sheet;

    private Overview(Scenario scenario, Style style) {
        this.scenario = scenario;
        this.spelling = new Spelling(scenario);
        this.sheet = new Sheet(style);
    }

    /// @param asked what was typed for the scenario
    /// @param size a sentence on how large it is
    public static String of(Scenario scenario, String asked, String size, Style style) {
        var page = new Overview(scenario, style);
        page.top(size);
        page.rows();
        page.actors();
        page.commitments();
        page.agreements();
        page.moves();
        page.chance();
        page.outcomes();
        page.policies(asked);
        return page.sheet.finish();
    }

    private void top(String size) {
        var clock = scenario.clock();
        sheet.heading(scenario.title());
        sheet.text(Sentences.span(clock.horizon(), clock.unit()) + " from " + scenario.asOf() + ", under the policy "
                + scenario.policy() + ". " + size);
    }

    private void rows() {
        sheet.heading("Rows (* marks where each starts)");
        for (Row row : scenario.rows()) {
            String between = row.ordered() ? " < " : " | ";
            var levels = new StringBuilder();
            for (int level = 0; level < row.levels().size(); level++) {
                levels.append(level == 0 ? "" : between)
                        .append(row.levels().get(level))
                        .append(level == row.start() ? "*" : "");
            }
            sheet.entry(row.id(), levels + made(row));
        }
    }

    private String made(Row row) {
        return switch (row.kind()) {
            case BOARD -> row.at().map(place -> "; at " + place).orElse("");
            case TABLE ->
                "; a table, made by "
                        + scenario.agreements().stream()
                                .filter(agreement -> agreement.table() == row.index())
                                .map(Agreement::id)
                                .collect(Collectors.joining(" and "));
            case MEMORY ->
                "; remembers a breach of "
                        + scenario.commitments().stream()
                                .filter(c -> c.memory().equals(java.util.Optional.of(row.index())))
                                .map(Commitment::id)
                                .collect(Collectors.joining(" and "));
        };
    }

    private void actors() {
        sheet.heading("Actors");
        for (Actor actor : scenario.actors()) {
            long moves = scenario.moves().stream()
                    .filter(move -> move.actor() == actor.index())
                    .count();
            sheet.entry(
                    actor.id(),
                    "acts " + Spelling.number(actor.acts()) + ", drifts " + Spelling.number(actor.drifts())
                            + ", looks ahead " + Spelling.number(actor.looksAhead()) + ", sharpness "
                            + Spelling.number(actor.sharpness()) + "; "
                            + Sentences.count(actor.worths().size(), "interest") + ", "
                            + Sentences.count(moves, "move"));
        }
    }

    private void commitments() {
        if (scenario.commitments().isEmpty()) {
            return;
        }
        sheet.heading("Commitments");
        for (Commitment c : scenario.commitments()) {
            sheet.entry(
                    c.id(),
                    "binds " + actor(c.binds())
                            + c.protects().map(p -> " to defend " + actor(p)).orElse("") + " in "
                            + String.join(", ", c.covers()) + "; due when "
                            + spelling.condition(c.due().test()) + "; kept by "
                            + c.keptBy().text()
                            + c.answerWithin()
                                    .map(within -> "; broken for good after about " + Spelling.number(within))
                                    .orElse("")
                            + closed(c.dormant()));
        }
    }

    private void agreements() {
        if (scenario.agreements().isEmpty()) {
            return;
        }
        sheet.heading("Agreements");
        for (Agreement a : scenario.agreements()) {
            sheet.entry(
                    a.id(),
                    "between " + actors(a.parties())
                            + (a.brokers().isEmpty() ? "" : ", brokered by " + actors(a.brokers())) + "; on the row "
                            + scenario.rows().get(a.table()).id() + closed(a.dormant()));
        }
    }

    private void moves() {
        sheet.heading("Moves (every actor may also wait)");
        for (Move move : scenario.moves()) {
            String from = switch (move.origin()) {
                case STATED -> "";
                case BROKER, SIGN -> " (made by its agreement)";
            };
            sheet.item(
                    move.id() + from + closed(move.dormant()),
                    "if " + move.when().text() + ", then " + spelling.leads(move));
        }
    }

    private void chance() {
        if (scenario.chance().isEmpty()) {
            return;
        }
        sheet.heading("Chance");
        for (Chance event : scenario.chance()) {
            String from = switch (event.origin()) {
                case STATED -> "";
                case LAPSE -> " (an offer lapses)";
                case BREACH -> " (a commitment is broken)";
            };
            sheet.item(
                    event.id() + from + closed(event.dormant()),
                    "if " + event.when().text() + ", " + Spelling.rate(event.rate()) + ", then "
                            + spelling.leads(event.leads()));
        }
    }

    private void outcomes() {
        sheet.heading("Outcomes, the first that holds at the horizon");
        for (var outcome : scenario.outcomes()) {
            sheet.entry(outcome.id(), outcome.when().text() + (outcome.absorbing() ? "; final" : ""));
        }
    }

    private void policies(String asked) {
        if (!scenario.policies().isEmpty()) {
            sheet.heading("Policies");
            scenario.policies().forEach(policy -> sheet.entry(policy.id(), policy.title()));
        }
        sheet.text("");
        sheet.text("One of these in full:");
        sheet.command("casus explain " + asked + " NAME");
    }

    private String actor(int index) {
        return scenario.actors().get(index).id();
    }

    private String actors(List<Integer> indices) {
        return indices.stream().map(this::actor).collect(Collectors.joining(", "));
    }

    private static String closed(boolean dormant) {
        return dormant ? " [dormant]" : "";
    }
}
