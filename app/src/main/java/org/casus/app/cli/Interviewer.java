package org.casus.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.app.edit.Interview;
import org.casus.app.edit.Question;
import org.casus.app.run.Answers;
import org.casus.app.run.Opinions;
import org.casus.app.run.Solved;
import org.casus.app.run.Times;
import org.casus.app.text.Sentences;
import org.casus.app.text.Wrap;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// Asks the questions of an [Interview] on the terminal, one at a time, and shows the odds on the way.
final class Interviewer {

    /// After these there are odds to show.
    private static final List<String> SOLVED = List.of("wants", "ends");

    private final Talk talk;
    private final String name;
    private final Interview interview;
    private final BufferedReader in;
    private final Map<String, String> answers = new LinkedHashMap<>();

    Interviewer(Talk talk, String name, LocalDate asOf) {
        this.talk = talk;
        this.name = name;
        this.interview = new Interview(name, asOf);
        this.in = new BufferedReader(new InputStreamReader(talk.console.in(), talk.console.charset()));
    }

    /// The text of the scenario.
    ///
    /// @throws Failure if there was no answer at all
    String ask() throws IOException {
        para("Five questions. An empty answer takes what stands in brackets; Ctrl-D ends early.");
        boolean ended = false;
        for (String id : Interview.IDS) {
            ended = ended || !one(id);
            if (!ended && SOLVED.contains(id)) {
                odds();
            }
        }
        var draft = interview.draft(answers);
        if (draft.guessed().size() == Interview.IDS.size() && ended) {
            throw new Failure(Exit.USAGE, "There was no answer, so nothing was written.");
        }
        if (ended) {
            talk.say("");
            para("The answers ended early: what is missing is made up, and marked so in the file.");
        }
        return draft.text();
    }

    /// Asks until it is understood; false where there are no more answers.
    private boolean one(String id) throws IOException {
        Question question = interview.question(id, answers);
        talk.say("");
        talk.say(talk.errStyle().bold((Interview.IDS.indexOf(id) + 1) + ". " + question.asks()));
        para(question.how());
        para("For example: " + question.example());
        while (true) {
            para("[" + question.otherwise() + "]");
            talk.console.say("> ");
            Optional<String> line = Optional.ofNullable(in.readLine());
            if (line.isEmpty()) {
                talk.say("");
                return false;
            }
            if (!talk.console.errTerminal()) {
                talk.say(line.get().strip());
            }
            answers.put(id, line.get().strip());
            List<String> complaints = interview.complaints(id, answers);
            if (complaints.isEmpty()) {
                return true;
            }
            answers.remove(id);
            complaints.forEach(this::para);
        }
    }

    private void para(String text) {
        for (String line : Wrap.hanging("   ", text, talk.errStyle().width())) {
            talk.say(line);
        }
    }

    private void odds() {
        var draft = interview.draft(answers);
        talk.say("");
        try {
            Scenario scenario = ScenarioFile.of(name, name, draft.text()).scenario();
            Solved solved = Solved.of(scenario, Structure.compile(scenario), Settings.standard());
            var asked = new Answers.Asked(
                    List.of(),
                    Times.of(scenario.clock()),
                    Settings.standard().threads(),
                    1,
                    Settings.standard().tolerance(),
                    List.of());
            var answer = Answers.of(solved, asked, Opinions.none(), () -> 0);
            if (solved.failure().isPresent()) {
                para("It cannot be solved as it is: " + solved.failure().get());
                return;
            }
            String rests = draft.guessed().isEmpty()
                    ? "Every number is a guess so far."
                    : "Every number is a guess so far, and so is what is not answered yet.";
            para(Sentences.finding(answer) + " " + rests);
        } catch (SizeException e) {
            para("It is too large to solve as it is: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (ScenarioException e) {
            throw new IllegalStateException("understood answers made no scenario", e);
        }
    }
}
