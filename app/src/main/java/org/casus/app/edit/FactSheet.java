package org.casus.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.text.Letters;
import org.casus.app.text.NumberTitles;
import org.casus.app.text.Spelling;
import org.casus.scenario.Actor;
import org.casus.scenario.Commitment;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.scenario.Place;
import org.casus.scenario.Rewrite;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// All that the app shows of a scenario before anything is solved.
///
/// @param file where it was read from
/// @param numbers every judgement, in the order of the scenario
/// @param letters one for each outcome
public record FactSheet(
        Scenario scenario, String file, List<Line> numbers, List<Pledge> pledges, List<String> letters) {

    /// A judgement as an editor of it needs it.
    ///
    /// @param title what it is about, for people
    /// @param unit what its numbers count: `points`, `points each week`, `%`, `% each week`, `weeks`
    /// @param words what stands around its numbers
    /// @param text all of it on one line, as a file may have it: `3 to 6 around 4 per guess`
    /// @param settable whether its path leads to it, so that it can be changed
    /// @param group the id of an actor, or `everybody`, `chance`, `commitments`, `agreements`
    /// @param same who has this number too, because they are alike
    public record Line(
            Judgement judgement,
            String title,
            String unit,
            Words words,
            String text,
            boolean settable,
            String group,
            Optional<Same> same) {}

    /// One number of several actors that are alike: set for one of them it is set for all.
    ///
    /// @param paths all paths that lead to it, in the order of the scenario
    /// @param actors their ids
    /// @param words `same for Iran, Iraq and Kuwait`
    public record Same(List<String> paths, List<String> actors, String words) {

        private static Optional<Same> of(Scenario scenario, Judgement judgement) {
            List<String> paths = scenario.tied(judgement.id());
            List<Actor> actors = scenario.sharing(judgement.id());
            List<String> titles = actors.stream()
                    .map(actor -> NumberTitles.title(actor.id(), actor.title()))
                    .toList();
            return paths.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Same(
                            paths,
                            actors.stream().map(Actor::id).toList(),
                            "same for " + String.join(", ", titles.subList(0, titles.size() - 1)) + " and "
                                    + titles.getLast()));
        }
    }

    /// How numbers of a judgement are written: `before`, the number times `scale` and `sign`, for a range ` to ` and
    /// the other end in the same way, then `after`.
    public record Words(String before, String sign, String after, int scale) {}

    /// A commitment in words.
    ///
    /// @param to ids of the actors that it protects
    /// @param not places of the scenario that it does not cover
    public record Pledge(Commitment commitment, List<String> to, List<String> not, String text) {}

    /// What there is to say of `file`, read from `path`.
    public static FactSheet of(ScenarioFile file, String path) {
        Scenario scenario = file.scenario();
        var titles = new NumberTitles(scenario);
        List<Line> numbers = new ArrayList<>();
        for (Judgement judgement : scenario.judgements()) {
            Optional<String> raw = raw(file, judgement);
            NumberWords words = NumberWords.of(raw.orElseGet(() -> Spelling.number(judgement)));
            numbers.add(new Line(
                    judgement,
                    titles.of(judgement),
                    unit(judgement),
                    words(judgement),
                    new NumberWords(words.number(), judgement.per(), judgement.at()).words(),
                    raw.isPresent(),
                    titles.group(judgement),
                    Same.of(scenario, judgement)));
        }
        List<String> letters = scenario.outcomes().stream()
                .map(outcome -> String.valueOf(Letters.of(outcome.index())))
                .toList();
        List<Pledge> pledges = scenario.commitments().stream()
                .map(one -> pledge(scenario, one))
                .toList();
        return new FactSheet(scenario, path, List.copyOf(numbers), pledges, letters);
    }

    /// The text of a number in the file, if its path leads to it.
    private static Optional<String> raw(ScenarioFile file, Judgement judgement) {
        try {
            List<String> tied = file.scenario().tied(judgement.id());
            List<Rewrite> rewrites = file.rewrites(judgement.id());
            return rewrites.size() == tied.size()
                            && rewrites.get(tied.indexOf(judgement.id())) instanceof Rewrite.Replace replace
                    ? Layout.number(replace.way().getLast().value())
                            .map(words -> words.value().replaceAll("\\s+", " "))
                    : Optional.empty();
        } catch (ScenarioException e) {
            return Optional.empty();
        }
    }

    private static String unit(Judgement judgement) {
        Measure measure = judgement.measure();
        return switch (measure.form()) {
            case NUMBER -> plain(judgement.id());
            case SHARE -> "%";
            case SHARE_EACH -> "% " + measure.unit();
            case EVERY -> plural(measure.unit());
            case POINTS_EACH -> "points " + measure.unit();
        };
    }

    private static String plain(String id) {
        return id.contains(" times ") || id.endsWith("sharpness") ? "times" : "points";
    }

    private static String plural(String unit) {
        return unit.isEmpty() || unit.endsWith("s") ? unit : unit + "s";
    }

    private static Words words(Judgement judgement) {
        Measure measure = judgement.measure();
        boolean length =
                judgement.id().endsWith("looks ahead") || judgement.id().endsWith("answer within");
        return switch (measure.form()) {
            case NUMBER -> new Words("", "", "", 1);
            case SHARE -> new Words("", "%", "", 100);
            case SHARE_EACH -> new Words("", "%", " " + measure.unit(), 100);
            case EVERY -> new Words(length ? "" : "every ", "", " " + plural(measure.unit()), 1);
            case POINTS_EACH -> new Words("", "", " " + measure.unit(), 1);
        };
    }

    private static Pledge pledge(Scenario scenario, Commitment one) {
        List<String> to = one.protects()
                .map(actor -> List.of(scenario.actors().get(actor).id()))
                .orElse(List.of());
        List<String> not = scenario.places().stream()
                .map(Place::id)
                .filter(place -> !one.covers().contains(place))
                .toList();
        var binder = scenario.actors().get(one.binds());
        String whom = one.protects()
                .map(actor -> scenario.actors().get(actor))
                .map(actor -> " to defend " + NumberTitles.title(actor.id(), actor.title()))
                .orElse("");
        String text = "Binds " + NumberTitles.title(binder.id(), binder.title()) + whom + ". Covers "
                + listed(scenario, one.covers()) + (not.isEmpty() ? "." : "; not " + listed(scenario, not) + ".")
                + " Kept by: " + one.keptBy().text() + ". Breaking it costs " + Spelling.number(one.breakingCosts())
                + " points" + (one.memory().isPresent() ? ", for good." : " while it is due and not kept.");
        return new Pledge(one, to, not, text);
    }

    private static String listed(Scenario scenario, List<String> places) {
        List<String> titles = scenario.places().stream()
                .filter(place -> places.contains(place.id()))
                .map(place -> NumberTitles.title(place.id(), place.title()))
                .toList();
        return titles.isEmpty() ? "nothing" : String.join(", ", titles);
    }
}
