package org.casus.app.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.app.run.Answer;
import org.casus.app.run.Clean;
import org.casus.app.run.Matters;
import org.casus.app.run.Pathways;
import org.casus.app.run.StudyAnswer;
import org.casus.app.text.Letters;
import org.casus.app.text.Likelihood;
import org.casus.app.text.MattersWords;
import org.casus.app.text.NumberTitles;
import org.casus.app.text.Sentences;
import org.casus.app.text.Spread;
import org.casus.scenario.Clock;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.TimeUnit;
import org.casus.study.Band;
import org.casus.study.Comparison;
import org.casus.study.WorldResult;

/// What the sections of a brief are about, and the words they share.
///
/// @param study many worlds, with a comparison of policies and verdicts on claims
/// @param middle the middle world, with odds over time
/// @param told how some outcomes come about, or why that is not told
/// @param matters what matters to one outcome each
/// @param command that makes this brief again
record Case(StudyAnswer study, Answer middle, Pathways.Told told, List<Matters> matters, String command) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /// Fewer worlds than this show no middle 90%.
    private static final int FEW = 16;

    Scenario scenario() {
        return study.study().scenario();
    }

    Clock clock() {
        return scenario().clock();
    }

    Comparison comparison() {
        return study.comparison().orElseThrow();
    }

    /// The scenario as it is.
    Comparison.Side asIs() {
        return comparison().policies().getFirst();
    }

    boolean isAsIs(Comparison.Side side) {
        return side.id().equals(asIs().id());
    }

    /// The policies beside that.
    List<Comparison.Side> policies() {
        return comparison().policies().subList(1, comparison().policies().size());
    }

    /// A policy against the scenario as it is.
    Comparison.Difference change(Comparison.Side policy) {
        return comparison().differences().stream()
                .filter(pair ->
                        pair.policy().equals(policy.id()) && pair.against().equals(asIs().id()))
                .findFirst()
                .orElseThrow();
    }

    String title(Outcome outcome) {
        return Clean.text(outcome.title());
    }

    /// What judgements that move together are about, in words: the first of them, and how many go with it.
    String named(List<Judgement> judgements) {
        return new NumberTitles(scenario()).of(judgements.getFirst()) + MattersWords.others(judgements);
    }

    /// The same within a sentence: `how often “Flare” happens`; a path, where there are no better words, in quotes.
    String phrase(List<Judgement> judgements) {
        String title = new NumberTitles(scenario()).of(judgements.getFirst());
        boolean path = title.equals(Clean.text(judgements.getFirst().id()));
        return (path ? quoted(title) : lower(title)) + MattersWords.others(judgements);
    }

    /// An outcome by its place, with its letter: `A · No peace`.
    String lettered(int k) {
        return Letters.of(k) + " · " + title(scenario().outcomes().get(k));
    }

    /// A policy's name; of the scenario as it is `As it is`, unless the file gives it another.
    String title(Comparison.Side side) {
        boolean unnamed = side.id().equals(Policy.AS_IS)
                && scenario().policies().stream()
                        .noneMatch(policy -> policy.id().equals(Policy.AS_IS));
        return unnamed ? "As it is" : Clean.text(side.title());
    }

    Band band(int outcome) {
        return asIs().outcomes().get(outcome);
    }

    /// Outcomes from the likeliest in the median world to the least; the earlier one first where they tie.
    List<Integer> byOdds() {
        return IntStream.range(0, scenario().outcomes().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -band(k).median()))
                .toList();
    }

    /// Share of the drawn worlds that are solved in which no outcome is likelier than `k`.
    double likeliestInShare(int k) {
        List<WorldResult> worlds = worlds(asIs().id());
        long most = worlds.stream()
                .filter(world -> IntStream.range(0, world.outcomes().length)
                        .allMatch(other -> world.outcomes()[other] <= world.outcomes()[k]))
                .count();
        return (double) most / worlds.size();
    }

    /// The drawn worlds that count: those in which every policy is solved.
    List<WorldResult> worlds(String variant) {
        return study.counted(variant);
    }

    /// `26 weeks`.
    String span() {
        return Sentences.span(clock().horizon(), clock().unit());
    }

    /// The day of the horizon: `12 April 2021`; empty where it lies beyond the calendar that people use.
    Optional<String> day() {
        double days = clock().horizon() * clock().unit().in(TimeUnit.DAY);
        LocalDate day = scenario().asOf().plusDays(Math.round(days));
        return day.getYear() > 9999 ? Optional.empty() : Optional.of(day.format(DAY));
    }

    String asOf() {
        return scenario().asOf().format(DAY);
    }

    /// `On 12 April 2021, 26 weeks on`.
    String when() {
        return day().map(day -> "On " + day + ", " + span() + " on").orElseGet(() -> "After " + span());
    }

    /// `45 in 100 (35–60 across the ranges; unlikely)`.
    String odds(int outcome) {
        return few() ? Spread.sentence(band(outcome)) : Likelihood.sentence(band(outcome));
    }

    /// Whether there are too few worlds for a band to say how far apart they lie.
    boolean few() {
        return comparison().worlds() < FEW;
    }

    /// A sentence as it goes on behind a colon.
    static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static String quoted(String title) {
        return "“" + title + "”";
    }

    /// What the numbers of pictures rest on.
    Text grounds() {
        var grounds = study.about().grounds();
        return Text.of("From " + Sentences.count(grounds.all(), "judgement") + ": " + grounds.sourced()
                + " with a source, " + Sentences.count(grounds.guesses(), "guess", "guesses") + ", "
                + grounds.unsourced() + " without a source. Each is listed under Judgements.");
    }

    /// Where a judgement comes from, cited where that can be.
    Text source(Judgement judgement) {
        if (judgement.per().isEmpty()) {
            return Text.of("no source");
        }
        return judgement.isGuess()
                ? Text.of("a guess")
                : Text.EMPTY.cite(
                        judgement.per().get(), Clean.text(judgement.at().orElse("")));
    }
}
