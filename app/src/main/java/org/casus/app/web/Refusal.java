package org.casus.app.web;

import java.util.List;
import org.casus.scenario.Problem;

/// Why a request is not answered as asked: a sentence for people, with the status of HTTP.
///
/// Made without a trace: it is told, not hunted.
final class Refusal extends RuntimeException {

    /// The status of a body that is more than a scenario.
    static final int TOO_LARGE = 413;

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> advice;
    private final transient List<Problem> problems;

    Refusal(int status, String sentence, String... advice) {
        this(status, sentence, List.of(advice), List.of());
    }

    /// @param problems what is wrong with a scenario, with its places
    Refusal(int status, String sentence, List<String> advice, List<Problem> problems) {
        super(sentence, null, false, false);
        this.status = status;
        this.advice = List.copyOf(advice);
        this.problems = List.copyOf(problems);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    List<String> advice() {
        return advice;
    }

    List<Problem> problems() {
        return problems;
    }

    /// A body of more than [Gate#MOST_BYTES].
    static Refusal tooLarge() {
        return new Refusal(TOO_LARGE, "That is more than a scenario: at most 8 MB.");
    }

    /// Work that somebody has gone on from.
    static Refusal superseded() {
        return new Refusal(409, "Something newer was asked for meanwhile.");
    }
}
