package org.casus.app.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.app.Version;
import org.casus.app.run.Clean;
import org.casus.app.run.Ties;
import org.casus.scenario.Commitment;
import org.casus.scenario.Place;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who wants what, who is tied to whom, where commitments bind, who can move what: one document, described in
/// `docs/reference/json.md`.
public final class SituationJson {

    public static final String FORMAT = "casus-situation/1";

    /// How the weight of a tie is made.
    static final String WEIGHT =
            "The most that one move does for the other, and the most that one does against it, in points of what the "
                    + "other wants, fears and has promised, with what the next thing that chance does within the time "
                    + "it looks ahead is expected to add: on average over the boards on which the move is open and "
                    + "that differ from the start only in rows which the move names, every judgement at its middle. "
                    + "Nothing is solved for it: whether the move is ever made, and what others do next, is not in it.";

    private final Ties ties;
    private final Scenario scenario;

    private SituationJson(Ties ties) {
        this.ties = ties;
        scenario = ties.scenario();
    }

    /// @param settings `path=value` as given
    public static ObjectNode of(Ties ties, List<String> settings) {
        return new SituationJson(ties).document(settings);
    }

    private ObjectNode document(List<String> settings) {
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("scenario", scenario.name());
        document.put("title", Clean.text(scenario.title()));
        document.put("version", Version.current());
        document.put("hash", scenario.hash());
        document.put("policy", scenario.policy());
        document.set("settings", Json.strings(settings));
        document.put("weight", WEIGHT);
        document.set("actors", actors());
        document.set("ties", ties());
        document.set("commitments", commitments());
        document.set("places", places());
        document.set("rows", rows());
        return document;
    }

    private static ObjectNode titled(String id, String title) {
        return Json.object().put("id", id).put("title", Clean.text(title));
    }

    private ArrayNode actors() {
        var actors = Json.array();
        scenario.actors().forEach(actor -> {
            var one = titled(actor.id(), actor.title());
            var worths = one.putArray("interests");
            actor.worths()
                    .forEach(worth -> worths.addObject()
                            .put("kind", worth.kind().name().toLowerCase(Locale.ROOT))
                            .put("label", Clean.text(worth.label()))
                            .put("when", Clean.text(worth.when().text()))
                            .put("judgement", worth.points().id())
                            .put("low", worth.points().low())
                            .put("high", worth.points().high())
                            .put("each", worth.points().measure().unit()));
            actors.add(one);
        });
        return actors;
    }

    private ArrayNode ties() {
        var array = Json.array();
        for (Ties.Tie tie : ties.ties()) {
            var one = Json.object();
            one.put("from", actor(tie.from()));
            one.put("to", actor(tie.to()));
            stroke(one, "helps", tie.helps());
            stroke(one, "harms", tie.harms());
            var opens = one.putArray("opens");
            tie.opens()
                    .forEach(opening ->
                            opens.addObject().put("move", move(opening.move())).put("opens", move(opening.opened())));
            array.add(one);
        }
        return array;
    }

    private void stroke(ObjectNode tie, String name, Optional<Ties.Stroke> stroke) {
        stroke.ifPresentOrElse(
                each -> tie.putObject(name).put("move", move(each.move())).put("points", each.points()),
                () -> tie.putNull(name));
    }

    private ArrayNode commitments() {
        var array = Json.array();
        for (Commitment each : scenario.commitments()) {
            var one = titled(each.id(), each.title());
            one.put("by", actor(each.binds()));
            each.protects().ifPresentOrElse(to -> one.put("to", actor(to)), () -> one.putNull("to"));
            one.set("covers", Json.strings(each.covers()));
            one.put("due", Clean.text(each.due().text()));
            one.put("keptBy", Clean.text(each.keptBy().text()));
            one.put("judgement", each.breakingCosts().id());
            one.put("low", each.breakingCosts().low());
            one.put("high", each.breakingCosts().high());
            one.put("dormant", each.dormant());
            array.add(one);
        }
        return array;
    }

    private ArrayNode places() {
        var array = Json.array();
        for (Place place : scenario.places()) {
            var one = titled(place.id(), place.title());
            one.set("claimedBy", Json.strings(place.claimedBy()));
            one.set(
                    "rows",
                    Json.strings(scenario.rows().stream()
                            .filter(row -> row.at().equals(Optional.of(place.id())))
                            .map(Row::id)
                            .toList()));
            array.add(one);
        }
        return array;
    }

    private ArrayNode rows() {
        var array = Json.array();
        for (Row row : scenario.rows()) {
            var one = titled(row.id(), row.title());
            one.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
            one.put("start", row.levels().get(row.start()));
            one.put("ordered", row.ordered());
            row.at().ifPresentOrElse(at -> one.put("place", at), () -> one.putNull("place"));
            var levels = one.putArray("levels");
            for (int level = 0; level < row.levels().size(); level++) {
                var movers = ties.movers().get(row.index()).get(level);
                var node = levels.addObject().put("level", row.levels().get(level));
                var moves = node.putArray("moves");
                movers.moves().forEach(index -> {
                    var move = scenario.moves().get(index);
                    moves.addObject()
                            .put("move", move.id())
                            .put("actor", actor(move.actor()))
                            .put("while", Clean.text(move.when().text()));
                });
                var chance = node.putArray("chance");
                movers.events().forEach(index -> {
                    var event = scenario.chance().get(index);
                    chance.addObject()
                            .put("event", event.id())
                            .put("title", Clean.text(event.title()))
                            .put("while", Clean.text(event.when().text()));
                });
            }
            array.add(one);
        }
        return array;
    }

    private String actor(int index) {
        return scenario.actors().get(index).id();
    }

    private String move(int index) {
        return scenario.moves().get(index).id();
    }
}
