package org.casus.app.text;

import java.util.stream.Collectors;
import org.casus.scenario.Claim;
import org.casus.scenario.Commitment;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Place;
import org.casus.scenario.Policy;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.Score;
import org.casus.scenario.Source;

/// Pages about what is said of the game rather than played in it: outcomes, policies, claims, scores,
/// places,
/// sources, single judgements.
final class Annotations {

    private final Scenario scenario;
    private final Spelling spelling;
    private final Sheet sheet;

    Annotations(Scenario scenario, Spelling spelling, Sheet sheet) {
        this.scenario = scenario;
        this.spelling = spelling;
        this.sheet = sheet;
    }

    /// Writes the pages of all that is called `name`; false if nothing is.
    boolean find(String name) {
        scenario.outcomes().stream().filter(x -> x.id().equals(name)).forEach(this::outcome);
        scenario.policies().stream().filter(x -> x.id().equals(name)).forEach(this::policy);
        scenario.claims().stream().filter(x -> x.id().equals(name)).forEach(this::claim);
        scenario.scores().stream().filter(x -> x.id().equals(name)).forEach(this::score);
        scenario.places().stream().filter(x -> x.id().equals(name)).forEach(this::place);
        scenario.sources().stream().filter(x -> x.id().equals(name)).forEach(this::source);
        var judgements = scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals(name))
                .toList();
        judgements.forEach(this::judgement);
        return !judgements.isEmpty();
    }

    private void outcome(Outcome outcome) {
        sheet.heading("Outcome " + outcome.id());
        sheet.entry("title", outcome.title());
        sheet.entry("stated at", outcome.position().toString());
        sheet.entry("if", spelling.condition(outcome.when().test()));
        sheet.entry(
                "place",
                (outcome.index() + 1) + " of " + scenario.outcomes().size() + ": it counts where none before it holds");
        if (outcome.absorbing()) {
            sheet.entry("final", "once met, nothing moves any more");
        }
    }

    private void policy(Policy policy) {
        sheet.heading("Policy " + policy.id());
        sheet.entry("title", policy.title());
        sheet.entry("stated at", policy.position().toString());
        policy.set().forEach(setting -> sheet.entry("sets", setting.path() + " = " + setting.value()));
        sheet.entry("forbids", String.join(", ", policy.forbid()));
        sheet.entry("allows", String.join(", ", policy.allow()));
    }

    private void claim(Claim claim) {
        sheet.heading("Claim " + claim.id());
        sheet.entry("says", claim.says());
        sheet.entry("stated at", claim.position().toString());
        sheet.entry(
                "source",
                claim.source().map(source -> source + " " + claim.at()).orElse(""));
        sheet.entry("test", claim.text());
        claim.untestable().ifPresent(reason -> sheet.entry("untestable", reason));
    }

    private void score(Score score) {
        sheet.heading("Score " + score.id());
        sheet.entry("title", score.title());
        sheet.entry("stated at", score.position().toString());
        sheet.entry("is", score.text());
    }

    private void place(Place place) {
        sheet.heading("Place " + place.id());
        sheet.entry("title", place.title());
        sheet.entry("stated at", place.position().toString());
        sheet.entry("claimed by", String.join(", ", place.claimedBy()));
        sheet.entry(
                "rows",
                scenario.rows().stream()
                        .filter(row -> row.at().filter(place.id()::equals).isPresent())
                        .map(Row::id)
                        .collect(Collectors.joining(", ")));
        sheet.entry(
                "covered by",
                scenario.commitments().stream()
                        .filter(c -> c.covers().contains(place.id()))
                        .map(Commitment::id)
                        .collect(Collectors.joining(", ")));
    }

    private void source(Source source) {
        sheet.heading("Source " + source.id());
        sheet.entry("title", source.title());
        sheet.entry("stated at", source.position().toString());
        source.date().ifPresent(date -> sheet.entry("date", date.toString()));
        sheet.entry("kind", source.kind());
        source.url().ifPresent(url -> sheet.entry("url", url));
        sheet.entry(
                "gives",
                scenario.judgements().stream()
                        .filter(judgement ->
                                judgement.per().filter(source.id()::equals).isPresent())
                        .map(Judgement::id)
                        .collect(Collectors.joining("; ")));
    }

    private void judgement(Judgement judgement) {
        sheet.heading("Judgement " + judgement.id());
        sheet.entry("stated at", judgement.position().toString());
        sheet.entry("is", Spelling.number(judgement));
        sheet.entry("middle", Spelling.middle(judgement));
        sheet.entry("in the game", Spelling.digits(judgement.measure().inGame(judgement.middle())) + inGame(judgement));
        sheet.entry("source", Spelling.source(judgement));
        judgement.why().ifPresent(why -> sheet.entry("why", why));
    }

    private String inGame(Judgement judgement) {
        String unit = scenario.clock().unit().word();
        return switch (judgement.measure().form()) {
            case NUMBER, SHARE -> "";
            case SHARE_EACH, EVERY -> " times a " + unit;
            case POINTS_EACH -> " points a " + unit;
        };
    }
}
