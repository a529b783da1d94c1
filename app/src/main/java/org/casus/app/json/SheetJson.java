package org.casus.app.json;

import java.util.Locale;
import java.util.Optional;
import org.casus.app.Version;
import org.casus.app.edit.FactSheet;
import org.casus.app.run.Clean;
import org.casus.scenario.Judgement;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All that the app shows of a scenario before anything is solved: one document, described in
/// `docs/reference/json.md` and in `sheet-1.schema.json`.
public final class SheetJson {

    public static final String FORMAT = "casus-sheet/1";

    private SheetJson() {}

    public static ObjectNode of(FactSheet sheet) {
        Scenario scenario = sheet.scenario();
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("version", Version.current());
        titled(document, scenario.name(), scenario.title());
        document.put("question", Clean.text(scenario.question()));
        document.put("file", sheet.file());
        document.put("hash", scenario.hash());
        document.put("asOf", scenario.asOf().toString());
        var clock = document.putObject("clock");
        clock.put("unit", scenario.clock().unit().word());
        clock.put("horizon", scenario.clock().horizon());
        board(document, sheet);
        document.set("policies", policies(scenario));
        document.set("commitments", commitments(sheet));
        var moves = document.putArray("moves");
        scenario.moves().forEach(move -> {
            var one = placed(moves.addObject(), move.id(), move.title(), move.position());
            one.put("actor", scenario.actors().get(move.actor()).id());
            one.put("made", move.origin().name().toLowerCase(Locale.ROOT));
            one.put("dormant", move.dormant());
        });
        var chance = document.putArray("chance");
        scenario.chance().forEach(event -> {
            var one = placed(chance.addObject(), event.id(), event.title(), event.position());
            one.put("made", event.origin().name().toLowerCase(Locale.ROOT));
            one.put("dormant", event.dormant());
        });
        var judgements = document.putArray("judgements");
        sheet.numbers().forEach(number -> judgements.add(judgement(scenario, number)));
        written(document, scenario);
        return document;
    }

    private static ObjectNode titled(ObjectNode into, String id, String title) {
        return into.put("id", id).put("title", Clean.text(title));
    }

    private static ObjectNode placed(ObjectNode into, String id, String title, Position position) {
        return titled(into, id, title).put("line", position.line());
    }

    private static void board(ObjectNode document, FactSheet sheet) {
        Scenario scenario = sheet.scenario();
        var actors = document.putArray("actors");
        scenario.actors().forEach(actor -> placed(actors.addObject(), actor.id(), actor.title(), actor.position()));
        var places = document.putArray("places");
        scenario.places()
                .forEach(place -> titled(places.addObject(), place.id(), place.title())
                        .set("claimedBy", Json.strings(place.claimedBy())));
        var rows = document.putArray("rows");
        for (Row row : scenario.rows()) {
            var one = placed(rows.addObject(), row.id(), row.title(), row.position());
            one.set("levels", Json.strings(row.levels()));
            one.put("start", row.levels().get(row.start()));
            row.at().ifPresentOrElse(at -> one.put("place", at), () -> one.putNull("place"));
            one.put("ordered", row.ordered());
            one.put("made", row.kind().name().toLowerCase(Locale.ROOT));
        }
        var outcomes = document.putArray("outcomes");
        scenario.outcomes()
                .forEach(outcome -> placed(outcomes.addObject(), outcome.id(), outcome.title(), outcome.position())
                        .put("letter", sheet.letters().get(outcome.index())));
        var scores = document.putArray("scores");
        scenario.scores().forEach(score -> placed(scores.addObject(), score.id(), score.title(), score.position()));
    }

    private static ArrayNode policies(Scenario scenario) {
        var policies = Json.array();
        var asIs = scenario.policies().stream()
                .filter(policy -> policy.id().equals(Policy.AS_IS))
                .findFirst();
        titled(
                policies.addObject(),
                Policy.AS_IS,
                asIs.map(Policy::title)
                        .filter(title -> !title.equals(Policy.AS_IS))
                        .orElse("As it is"));
        scenario.policies().stream()
                .filter(policy -> !policy.id().equals(Policy.AS_IS))
                .forEach(policy -> titled(policies.addObject(), policy.id(), policy.title()));
        return policies;
    }

    private static ArrayNode commitments(FactSheet sheet) {
        Scenario scenario = sheet.scenario();
        var commitments = Json.array();
        for (FactSheet.Pledge pledge : sheet.pledges()) {
            var made = pledge.commitment();
            var one = placed(commitments.addObject(), made.id(), made.title(), made.position());
            one.put("by", scenario.actors().get(made.binds()).id());
            one.set("to", Json.strings(pledge.to()));
            one.set("covers", Json.strings(made.covers()));
            one.set("not", Json.strings(pledge.not()));
            one.put("text", Clean.text(pledge.text()));
            source(one, scenario, made.breakingCosts());
            one.put("dormant", made.dormant());
        }
        return commitments;
    }

    private static ObjectNode judgement(Scenario scenario, FactSheet.Line number) {
        Judgement judgement = number.judgement();
        var one = Json.object();
        one.put("path", judgement.id());
        one.put("title", number.title());
        one.put("unit", number.unit());
        one.put("low", judgement.low());
        one.put("high", judgement.high());
        judgement.around().ifPresentOrElse(around -> one.put("around", around), () -> one.putNull("around"));
        one.put("middle", judgement.middle());
        var words = one.putObject("words");
        words.put("before", number.words().before());
        words.put("sign", number.words().sign());
        words.put("after", number.words().after());
        words.put("scale", number.words().scale());
        one.put("text", number.text());
        one.put("guess", judgement.isGuess());
        source(one, scenario, judgement);
        judgement.why().ifPresentOrElse(why -> one.put("why", Clean.text(why)), () -> one.putNull("why"));
        one.put("line", judgement.position().line());
        one.put("settable", number.settable());
        one.put("group", number.group());
        number.same().ifPresent(same -> {
            var tied = one.putObject("same");
            tied.set("paths", Json.strings(same.paths()));
            tied.set("actors", Json.strings(same.actors()));
            tied.put("words", Clean.text(same.words()));
        });
        return one;
    }

    private static void source(ObjectNode into, Scenario scenario, Judgement judgement) {
        Optional<String> per = judgement.per().filter(id -> !id.equals(Judgement.GUESS));
        if (per.isEmpty()) {
            into.putNull("source");
            return;
        }
        String title = scenario.sources().stream()
                .filter(source -> source.id().equals(per.get()))
                .map(source -> source.title())
                .findFirst()
                .orElse(per.get());
        var source = titled(into.putObject("source"), per.get(), title);
        judgement.at().ifPresent(at -> source.put("where", Clean.text(at)));
    }

    private static void written(ObjectNode document, Scenario scenario) {
        var sources = document.putArray("sources");
        scenario.sources().forEach(source -> {
            var one = placed(sources.addObject(), source.id(), source.title(), source.position());
            source.date().ifPresent(date -> one.put("year", date.getYear()).put("date", date.toString()));
            source.url().ifPresent(url -> one.put("url", url));
            if (!source.kind().isEmpty()) {
                one.put("kind", Clean.text(source.kind()));
            }
        });
        var claims = document.putArray("claims");
        scenario.claims().forEach(claim -> {
            var one = claims.addObject();
            one.put("id", claim.id());
            one.put("says", Clean.text(claim.says()));
            String place = claim.source().map(id -> id + " ").orElse("") + claim.at();
            one.put("at", Clean.text(place));
            one.put("line", claim.position().line());
        });
    }
}
