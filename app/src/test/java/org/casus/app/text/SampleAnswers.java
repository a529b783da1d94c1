package org.casus.app.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.app.run.Answer;
import org.casus.app.run.Answer.About;
import org.casus.app.run.Answer.Board;
import org.casus.app.run.Answer.Ending;
import org.casus.app.run.Answer.Figures;
import org.casus.app.run.Answer.Moment;
import org.casus.app.run.Answer.Other;
import org.casus.app.run.Answer.Played;
import org.casus.app.run.Answer.Scored;
import org.casus.app.run.Answer.Size;
import org.casus.app.run.Grounds;
import org.casus.app.run.Opinions;
import org.casus.app.run.Prospects;
import org.casus.app.run.Prospects.Coming;
import org.casus.app.run.Prospects.Next;
import org.casus.scenario.Choice;
import org.casus.scenario.Clock;
import org.casus.scenario.TimeUnit;

/// Answers made by hand, whose text is known to the letter.
public final class SampleAnswers {

    private SampleAnswers() {}

    public static Answer solved() {
        return answer(Optional.empty(), Opinions.none());
    }

    public static Answer unsolved() {
        return answer(Optional.of("Play goes on changing."), Opinions.none());
    }

    public static Answer several() {
        var other = new Other("random start 3", 2e-10, new double[] {0.25, 0.75, 0});
        return answer(Optional.empty(), new Opinions(List.of(other), List.of("random start 3: equilibrium 2")));
    }

    public static Answer alone() {
        return answer(Optional.empty(), new Opinions(List.of(), List.of("principal branch: equilibrium 1")));
    }

    /// Read at 1, 2, … weeks.
    static Answer manyTimes(int times) {
        var at = solved();
        var over = IntStream.rangeClosed(1, times)
                .mapToObj(t -> new Moment(t, new double[] {0.43, 0.57, 0}, new double[][] {{0.5, 0.5}}))
                .toList();
        return with(at, over, at.played());
    }

    /// With so many moves that are made.
    static Answer manyMoves(int moves) {
        var at = solved();
        var played = IntStream.range(0, moves)
                .mapToObj(k -> new Played("northland", "northland/move-" + k, "move " + k, 1, 0))
                .toList();
        return with(at, at.over(), played);
    }

    private static Answer with(Answer at, List<Moment> over, List<Played> played) {
        return new Answer(
                at.about(),
                at.size(),
                at.figures(),
                at.outcomes(),
                at.rows(),
                over,
                at.prospects(),
                played,
                at.scores(),
                at.secondOpinion(),
                at.failure(),
                at.warnings());
    }

    private static Answer answer(Optional<String> failure, Opinions opinions) {
        var about = new About(
                "border",
                "A border crisis",
                "How may the next half-year at the border go?",
                "1.2.3",
                "0123456789abcdef".repeat(4),
                42,
                "no-pact",
                List.of("northland looks ahead=6 months"),
                Choice.INTENTIONS,
                LocalDate.of(2024, 3, 1),
                new Clock(TimeUnit.WEEK, 26),
                new Grounds(12, 4, 1),
                1e-9);
        return new Answer(
                about,
                new Size(1234, 5678, 9012),
                new Figures(3.1e-11, 2e-10, 4.2e-9, 1e-10, 312, 40, 2, 4, 96, 0.42),
                List.of(
                        new Ending("war", "The war goes on", false, 0.43),
                        new Ending("peace", "Peace, of a kind", true, 0.57),
                        new Ending("never", "What cannot be", false, 0)),
                List.of(new Board("border", "border", List.of("quiet", "fighting"))),
                List.of(
                        new Moment(2, new double[] {0.9997, 0.0003, 0}, new double[][] {{0.25, 0.75}}),
                        new Moment(26, new double[] {0.43, 0.57, 0}, new double[][] {{0.5, 0.5}})),
                failure.isEmpty()
                        ? prospects()
                        : new Prospects(List.of(), new Next("war", Double.NaN, Double.NaN), new double[0][]),
                List.of(
                        new Played("northland", "northland/advance", "advance", 3.21, 0.1),
                        new Played("southland", "southland/strike-back", "strike back", 0.042, 0),
                        new Played("southland", "southland/rest", "rest", 1e-7, 0.5)),
                List.of(
                        new Scored("calm", "Time at peace", "weeks with border is quiet", "weeks", 13),
                        new Scored("hot", "It ever boils over", "odds ever of border is fighting", "odds", 0.254)),
                opinions,
                failure,
                List.of("Never open: southland/rest."));
    }

    private static Prospects prospects() {
        return new Prospects(
                List.of(
                        new Coming(1, 1, 0, Double.NaN, 14.25),
                        new Coming(0.57, 0.98, Double.POSITIVE_INFINITY, 1, 11.75),
                        new Coming(0, 0, Double.POSITIVE_INFINITY, 0, 0)),
                new Next("war", 0.02, Double.POSITIVE_INFINITY),
                new double[][] {{10, 16}});
    }
}
