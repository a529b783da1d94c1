package org.casus.app.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.app.edit.Interview;
import org.casus.app.edit.Question;
import tools.jackson.databind.node.ObjectNode;

/// The interview as documents: a question, and what answers make. Described in `docs/reference/json.md` and in
/// `interview-1.schema.json`.
public final class InterviewJson {

    public static final String FORMAT = "casus-interview/1";

    private InterviewJson() {}

    /// What the interview has to say of answers: every question with its answer as far as it is understood, and the
    /// text that all of it makes. Questions after one that is not understood are asked as if it were not answered.
    public static ObjectNode of(Interview interview, Map<String, String> answers) {
        var document = Json.object();
        document.put("format", FORMAT);
        var questions = document.putArray("questions");
        var understood = new LinkedHashMap<String, String>();
        boolean sound = true;
        for (String id : Interview.IDS) {
            Question question = interview.question(id, understood);
            String answer = answers.getOrDefault(id, "").strip();
            understood.put(id, answer);
            List<String> complaints = interview.complaints(id, understood);
            if (!complaints.isEmpty()) {
                understood.remove(id);
                sound = false;
            }
            var one = questions.addObject();
            one.put("id", id);
            one.put("asks", question.asks());
            one.put("how", question.how());
            one.put("example", question.example());
            one.put("otherwise", question.otherwise());
            one.put("answer", answer);
            one.set("complaints", Json.strings(complaints));
        }
        var draft = interview.draft(understood);
        document.put("understood", sound);
        document.put("text", draft.text());
        document.set("guessed", Json.strings(draft.guessed()));
        return document;
    }
}
