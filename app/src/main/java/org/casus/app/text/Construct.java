package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.scenario.Actor;
import org.casus.scenario.Agreement;
import org.casus.scenario.Chance;
import org.casus.scenario.Commitment;
import org.casus.scenario.Judgement;
import org.casus.scenario.Leads;
import org.casus.scenario.Move;
import org.casus.scenario.Position;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.Worth;

/// One thing of a scenario in full: what the file said, and what it was expanded to.
public final class Construct {

    private final Scenario scenario;
    private final Spelling spelling;
    private final Sheet sheet;

    private Construct(Scenario scenario, Style style) {
        this.scenario = scenario;
        this.spelling = new Spelling(scenario);
        this.sheet = new Sheet(style);
    }

    /// The page about what is called `name`, if anything is.
    public static Optional<String> of(Scenario scenario, String name, Style style) {
        var page = new Construct(scenario, style);
        return page.find(name) ? Optional.of(page.sheet.finish()) : Optional.empty();
    }

    /// Every name there is a page about.
    public static List<String> names(Scenario scenario) {
        return Stream.of(
                        scenario.rows().stream().map(Row::id),
                        scenario.actors().stream().map(Actor::id),
                        scenario.commitments().stream().map(Commitment::id),
                        scenario.agreements().stream().map(Agreement::id),
                        scenario.moves().stream().map(Move::id),
                        scenario.chance().stream().map(Chance::id),
                        scenario.outcomes().stream().map(o -> o.id()),
                        scenario.policies().stream().map(p -> p.id()),
                        scenario.claims().stream().map(c -> c.id()),
                        scenario.scores().stream().map(s -> s.id()),
                        scenario.places().stream().map(p -> p.id()),
                        scenario.sources().stream().map(s -> s.id()),
                        scenario.judgements().stream().map(Judgement::id))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private boolean find(String name) {
        scenario.actors().stream().filter(x -> x.id().equals(name)).forEach(this::actor);
        scenario.commitments().stream().filter(x -> x.id().equals(name)).forEach(this::commitment);
        scenario.agreements().stream().filter(x -> x.id().equals(name)).forEach(this::agreement);
        scenario.moves().stream().filter(x -> x.id().equals(name)).forEach(this::move);
        scenario.chance().stream().filter(x -> x.id().equals(name)).forEach(this::chance);
        scenario.rows().stream().filter(x -> x.id().equals(name)).forEach(this::row);
        var rest = new Annotations(scenario, spelling, sheet);
        boolean noted = rest.find(name);
        return noted || names(scenario).contains(name);
    }

    private void head(String kind, String id, String title, Position position) {
        sheet.heading(kind + " " + id);
        if (!title.equals(id)) {
            sheet.entry("title", title);
        }
        sheet.entry("stated at", position.toString());
    }

    private void row(Row row) {
        head("Row", row.id(), row.title(), row.position());
        sheet.entry("levels", String.join(row.ordered() ? " < " : " | ", row.levels()));
        sheet.entry("starts on", row.levels().get(row.start()));
        row.at().ifPresent(place -> sheet.entry("stands at", place));
        row.attack()
                .ifPresent(attack -> sheet.entry(
                        "attack",
                        "from " + row.levels().get(attack.level()) + " on, by "
                                + attack.by().stream().sorted().collect(Collectors.joining(", "))));
        sheet.entry(
                "made by",
                switch (row.kind()) {
                    case BOARD -> "the board of the file";
                    case TABLE -> "agreements: nothing on offer, an offer, signatures";
                    case MEMORY -> "a commitment: a breach is remembered for good";
                });
        sheet.entry("moved by", changers(row));
        sheet.entry("matters to", caring(row));
    }

    private String changers(Row row) {
        var moves = scenario.moves().stream()
                .filter(move -> move.cases().stream().anyMatch(one -> touches(one.leads(), row)))
                .map(Move::id);
        var events = scenario.chance().stream()
                .filter(event -> touches(event.leads(), row))
                .map(event -> event.id() + " (chance)");
        return Stream.concat(moves, events).collect(Collectors.joining(", "));
    }

    private static boolean touches(Leads leads, Row row) {
        return Stream.concat(leads.then().stream(), leads.otherwise().stream())
                .flatMap(branch -> branch.effects().stream())
                .anyMatch(effect -> effect.row() == row.index());
    }

    private String caring(Row row) {
        return scenario.actors().stream()
                .flatMap(actor -> actor.worths().stream()
                        .filter(worth -> Rows.in(worth.when().test()).contains(row.index()))
                        .map(worth -> actor.id() + " " + worth.label()))
                .collect(Collectors.joining("; "));
    }

    private void actor(Actor actor) {
        head("Actor", actor.id(), actor.title(), actor.position());
        judgement("acts", actor.acts());
        judgement("drifts", actor.drifts());
        judgement("looks ahead", actor.looksAhead());
        judgement("sharpness", actor.sharpness());
        for (Worth worth : actor.worths()) {
            sheet.item(
                    worth.label(),
                    (worth.sign() < 0 ? "loses " : "gains ") + Spelling.number(worth.points())
                            + " while " + spelling.condition(worth.when().test()) + "; "
                            + Spelling.source(worth.points()));
        }
        sheet.entry(
                "moves",
                scenario.moves().stream()
                        .filter(move -> move.actor() == actor.index())
                        .map(Move::id)
                        .collect(Collectors.joining(", ")));
        sheet.entry(
                "bound by",
                scenario.commitments().stream()
                        .filter(c -> c.binds() == actor.index())
                        .map(Commitment::id)
                        .collect(Collectors.joining(", ")));
    }

    private void commitment(Commitment c) {
        head("Commitment", c.id(), c.title(), c.position());
        sheet.entry("binds", scenario.actors().get(c.binds()).id());
        c.protects()
                .ifPresent(p -> sheet.entry("protects", scenario.actors().get(p).id()));
        sheet.entry("covers", String.join(", ", c.covers()));
        sheet.entry("due when", spelling.condition(c.due().test()));
        sheet.entry("kept by", spelling.condition(c.keptBy().test()));
        c.answerWithin().ifPresent(within -> judgement("answer within", within));
        judgement("breaking costs", c.breakingCosts());
        if (c.memory().isPresent()) {
            Row memory = scenario.rows().get(c.memory().get());
            sheet.entry("remembered on", memory.id() + " (" + String.join(", ", memory.levels()) + ")");
            sheet.entry(
                    "",
                    "While due and unkept it turns broken at the rate of its answer; from then on the price "
                            + "runs for good.");
        } else {
            sheet.entry("not kept", "the price runs as long as it is due and not kept; nothing is remembered");
        }
        dormant(c.dormant());
    }

    private void agreement(Agreement a) {
        head("Agreement", a.id(), a.title(), a.position());
        Row table = scenario.rows().get(a.table());
        var levels = new ArrayList<String>();
        for (int level = 0; level < table.levels().size(); level++) {
            if ((a.levels() >>> level & 1) != 0) {
                levels.add(table.levels().get(level));
            }
        }
        sheet.entry("between", actors(a.parties()));
        sheet.entry("brokers", actors(a.brokers()));
        sheet.entry("row", table.id() + ", on the levels " + String.join(", ", levels));
        dormant(a.dormant());
        scenario.moves().stream()
                .filter(move -> move.origin() != Move.Origin.STATED && move.id().endsWith("-" + a.id()))
                .forEach(this::move);
        scenario.chance().stream()
                .filter(event ->
                        event.origin() == Chance.Origin.LAPSE && event.id().contains(a.id()))
                .forEach(this::chance);
    }

    private void move(Move move) {
        head("Move", move.id(), move.title(), move.position());
        sheet.entry(
                "comes from",
                switch (move.origin()) {
                    case STATED -> "the file";
                    case BROKER -> "an agreement: to bring an offer";
                    case SIGN -> "an agreement: to sign";
                });
        sheet.entry("open if", move.when().text());
        sheet.entry("that is", spelling.condition(move.when().test()));
        for (var price : move.costs()) {
            judgement(
                    "costs"
                            + (price.when().text().equals("always")
                                    ? ""
                                    : " if " + price.when().text()),
                    price.points());
        }
        for (Move.Case one : move.cases()) {
            if (!one.equals(move.cases().getLast())) {
                sheet.entry("where", spelling.condition(one.when()));
            } else if (move.cases().size() > 1) {
                sheet.entry("where", "none of these holds");
            }
            leads(one.leads());
        }
        dormant(move.dormant());
    }

    private void chance(Chance event) {
        head("Chance", event.id(), event.title(), event.position());
        sheet.entry("possible if", spelling.condition(event.when().test()));
        sheet.entry("rate", Spelling.rate(event.rate()) + ", " + Spelling.source(event.rate()));
        event.times().forEach(factor -> judgement("times if " + factor.when().text(), factor.times()));
        leads(event.leads());
        dormant(event.dormant());
    }

    private void leads(Leads leads) {
        leads.odds().ifPresent(odds -> judgement("odds", odds));
        sheet.entry("then", spelling.branches(leads.then()));
        if (leads.odds().isPresent()) {
            sheet.entry("else", spelling.branches(leads.otherwise()));
        }
    }

    private void judgement(String label, Judgement judgement) {
        sheet.entry(label, Spelling.number(judgement) + ", " + Spelling.source(judgement));
    }

    private void dormant(boolean dormant) {
        if (dormant) {
            sheet.entry("dormant", "closed until a policy allows it");
        }
    }

    private String actors(List<Integer> indices) {
        return indices.stream().map(k -> scenario.actors().get(k).id()).collect(Collectors.joining(", "));
    }
}
