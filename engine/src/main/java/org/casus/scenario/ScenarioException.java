package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A scenario that cannot be read, with everything that is wrong with it at once.
public final class ScenarioException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// All problems as people read them, a blank line between.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// Every problem, in the order of the file.
    public List<Problem> problems() {
        return problems;
    }

    /// This and what is wrong with another file.
    public ScenarioException and(ScenarioException other) {
        List<Problem> both = new ArrayList<>(problems());
        both.addAll(other.problems());
        return new ScenarioException(both);
    }
}
