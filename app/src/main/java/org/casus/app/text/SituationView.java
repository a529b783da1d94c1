package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.app.run.Situation;
import org.casus.app.text.Columns.Side;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// One state in full: each actor's options, prices, odds and values, and what chance may do.
public final class SituationView {

    private final Scenario scenario;
    private final Situation situation;
    private final Sheet sheet;

    private SituationView(Scenario scenario, Situation situation, Style style) {
        this.scenario = scenario;
        this.situation = situation;
        this.sheet = new Sheet(style);
    }

    /// @param states how many states there are
    /// @param outcome title of the outcome that the state is read as
    public static String of(Scenario scenario, Situation situation, int states, String outcome, Style style) {
        var view = new SituationView(scenario, situation, style);
        view.top(states, outcome);
        situation.sides().forEach(view::side);
        view.chance();
        return view.sheet.finish();
    }

    private void top(int states, String outcome) {
        String unit = scenario.clock().unit().word();
        sheet.heading(String.format(Locale.ROOT, "State %,d of %,d, counted from 0", situation.state(), states));
        for (Row row : scenario.rows()) {
            sheet.entry(row.id(), row.levels().get(situation.board()[row.index()]));
        }
        sheet.text("");
        sheet.text("Read as “" + outcome + "”. "
                + (Double.isInfinite(situation.stay())
                        ? "Nothing moves here any more."
                        : "Something happens after " + Spelling.digits(round(situation.stay())) + " " + unit
                                + "s on average."));
    }

    private void side(Situation.Side side) {
        sheet.heading(scenario.actors().get(side.actor()).id() + ": value V " + points(side.value()) + ", worth W "
                + points(side.worth()));
        if (side.options().isEmpty()) {
            sheet.text("  may only wait.");
            return;
        }
        String unit = scenario.clock().unit().word();
        var table = new Columns("  ", List.of(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT));
        table.row("  option", "price", "advantage", "per " + unit, "chosen", "leads to");
        table.row("  wait", "", "", "", percent(side.waits()), "");
        for (var option : side.options()) {
            var leads = leads(option.leads());
            table.row(
                    "  " + scenario.moves().get(option.move()).id(),
                    points(option.cost()),
                    points(option.advantage()),
                    rate(option.rate()),
                    percent(option.chosen()),
                    leads.getFirst());
            leads.subList(1, leads.size()).forEach(lead -> table.row("", "", "", "", "", lead));
        }
        sheet.table(table);
    }

    private void chance() {
        if (situation.events().isEmpty()) {
            return;
        }
        sheet.heading("Chance");
        var table = new Columns("  ", List.of(Side.LEFT, Side.RIGHT, Side.LEFT));
        table.row("  event", "per " + scenario.clock().unit().word(), "leads to");
        for (var event : situation.events()) {
            var leads = leads(event.leads());
            table.row("  " + scenario.chance().get(event.event()).id(), rate(event.rate()), leads.getFirst());
            leads.subList(1, leads.size()).forEach(lead -> table.row("", "", lead));
        }
        sheet.table(table);
    }

    /// What changes on the board, a line for each state that may come next.
    private List<String> leads(List<Situation.Lead> leads) {
        var lines = new ArrayList<String>();
        for (var lead : leads) {
            String changes = scenario.rows().stream()
                    .filter(row -> lead.board()[row.index()] != situation.board()[row.index()])
                    .map(row -> row.id() + " " + row.levels().get(lead.board()[row.index()]))
                    .collect(Collectors.joining(", "));
            String odds = leads.size() > 1 ? percent(lead.odds()) + " " : "";
            lines.add(odds + (changes.isEmpty() ? "nothing" : changes));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String points(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text;
    }

    private static String rate(double rate) {
        return rate > 0 && rate < 1e-4
                ? String.format(Locale.ROOT, "%.0e", rate)
                : String.format(Locale.ROOT, "%.4f", rate);
    }

    private static String percent(double share) {
        return Odds.in100(share) + "%";
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2g", value));
    }
}
