package org.casus.app.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.app.edit.Plot.End;
import org.casus.app.edit.Plot.Interest;
import org.casus.app.edit.Plot.Party;
import org.casus.app.edit.Plot.Track;
import org.casus.scenario.Problem;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// Five questions from which a scenario is written: who; what may change; who wants what; what each can do; how it may
/// end. Answers are plain text. What is not answered is made up, so that there is a scenario to solve from the first
/// answer on.
///
/// Pure: the same answers give the same text.
public final class Interview {

    /// The questions, in order.
    public static final List<String> IDS = List.of("who", "changes", "wants", "moves", "ends");

    private final String name;
    private final LocalDate asOf;

    /// @param name the scenario's name, as of its folder
    /// @param asOf the day it speaks from
    public Interview(String name, LocalDate asOf) {
        this.name = name;
        this.asOf = asOf;
    }

    /// A scenario made of answers.
    ///
    /// @param text of the file
    /// @param guessed ids of the questions that were not answered
    public record Draft(String text, List<String> guessed) {}

    /// The question `id` after the answers so far, all of which are understood.
    public Question question(String id, Map<String, String> answers) {
        String otherwise = answer(id, upTo(id, answers), Map.of());
        return switch (id) {
            case "who" ->
                new Question(
                        id, "Who takes part?", "Names, with commas between.", "Ann, Bob, United States", otherwise);
            case "changes" ->
                new Question(
                        id,
                        "What may change?",
                        "A name, a colon and its levels, low to high; a * marks where it starts, else it starts low. "
                                + "Several with semicolons between.",
                        "war: quiet, skirmish*, war; talks: none, signed",
                        otherwise);
            case "wants" ->
                new Question(
                        id,
                        "Who wants what, and fears what?",
                        "Somebody, wants or fears, and when: a row is, at least or at most a level. Points from 0 to "
                                + "10 may follow: 10 is all that this one could gain or lose.",
                        "Ann wants war is quiet 4 to 6; Bob fears war at least skirmish",
                        otherwise);
            case "moves" ->
                new Question(
                        id,
                        "What can each of them do, and what may happen by chance?",
                        "Somebody, can, a name for it, a colon and what it does. When it can be done, and what it "
                                + "costs in points, may follow.",
                        "Ann can attack: war up 1 if war is quiet costs 0.5 to 1; chance shots: war up 1 2% to 6% each week",
                        otherwise);
            case "ends" ->
                new Question(
                        id,
                        "How may it end?",
                        "A title, a colon and when it is so; the first that holds counts.",
                        "All-out war: war is war; A deal: talks is signed; otherwise: Neither",
                        otherwise);
            default -> throw new IllegalArgumentException("no question " + id);
        };
    }

    /// What is wrong with the answer to `id`, those before it being understood; empty if it is understood. An empty
    /// answer always is.
    public List<String> complaints(String id, Map<String, String> answers) {
        Map<String, String> known = upTo(id, answers);
        try {
            ScenarioFile.of(name, "the answers", write(known).text());
            return List.of();
        } catch (Misunderstood e) {
            return List.of(e.said());
        } catch (ScenarioException e) {
            return e.problems().stream().map(Interview::sentence).distinct().toList();
        }
    }

    /// The scenario that the answers make, as far as they go.
    ///
    /// @throws IllegalArgumentException if there are complaints about one of them
    public Draft draft(Map<String, String> answers) {
        try {
            return write(answers);
        } catch (Misunderstood e) {
            throw new IllegalArgumentException(e.said(), e);
        }
    }

    private static String sentence(Problem problem) {
        return (problem.found() + " " + problem.legal() + " " + problem.advice())
                .strip()
                .replaceAll("\\s+", " ");
    }

    /// The answers up to that question.
    private static Map<String, String> upTo(String id, Map<String, String> answers) {
        var known = new java.util.LinkedHashMap<String, String>();
        for (String one : IDS.subList(0, IDS.indexOf(id) + 1)) {
            String answer = answers.getOrDefault(one, "");
            if (!answer.isBlank()) {
                known.put(one, answer);
            }
        }
        return known;
    }

    /// The answer to a question: one's own, or what is made up from the others.
    private static String answer(String id, Map<String, String> others, Map<String, String> own) {
        String given = own.getOrDefault(id, "");
        if (!given.isBlank()) {
            return given;
        }
        try {
            return switch (id) {
                case "who" -> Guesses.WHO;
                case "changes" -> Guesses.changes(parties(others));
                case "wants" -> Guesses.wants(parties(others), tracks(others));
                case "moves" -> Guesses.moves(parties(others), tracks(others), interests(others));
                default -> Guesses.ends(tracks(others));
            };
        } catch (Misunderstood e) {
            throw new IllegalArgumentException(e.said(), e);
        }
    }

    private static List<Party> parties(Map<String, String> answers) throws Misunderstood {
        return PlotReader.who(answer("who", answers, answers));
    }

    private static List<Track> tracks(Map<String, String> answers) throws Misunderstood {
        return PlotReader.changes(answer("changes", answers, answers), parties(answers));
    }

    private static List<Interest> interests(Map<String, String> answers) throws Misunderstood {
        return PlotReader.wants(answer("wants", answers, answers), parties(answers), tracks(answers));
    }

    private Draft write(Map<String, String> answers) throws Misunderstood {
        List<Party> parties = parties(answers);
        List<Track> tracks = tracks(answers);
        List<Interest> interests = interests(answers);
        DoingReader.Doings doings = DoingReader.moves(answer("moves", answers, answers), parties, tracks);
        List<End> ends = PlotReader.ends(answer("ends", answers, answers), parties, tracks, doings.events());
        List<String> guessed = new ArrayList<>();
        for (String id : IDS) {
            if (answers.getOrDefault(id, "").isBlank()) {
                guessed.add(id);
            }
        }
        var plot = new Plot(parties, tracks, interests, doings.acts(), doings.events(), ends, List.copyOf(guessed));
        String title = Slug.capital(name.replace('-', ' '));
        return new Draft(PlotWriter.of(plot, title, asOf), List.copyOf(guessed));
    }
}
