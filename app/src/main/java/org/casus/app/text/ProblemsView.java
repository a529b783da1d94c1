package org.casus.app.text;

import java.util.List;
import java.util.stream.Collectors;
import org.casus.scenario.Problem;

/// What is wrong with a scenario: each problem with its place, line, caret and advice, then how many there
/// are.
public final class ProblemsView {

    private ProblemsView() {}

    /// @param what `error` or `warning`
    public static String of(List<Problem> problems, String what, Style style) {
        var text = new StringBuilder();
        for (Problem problem : problems) {
            String[] lines = problem.render().split("\n");
            text.append(style.bold(lines[0])).append('\n');
            for (int k = 1; k < lines.length; k++) {
                text.append(line(lines[k], what, style)).append('\n');
            }
            text.append('\n');
        }
        String files = problems.stream()
                .map(problem -> problem.position().file())
                .distinct()
                .collect(Collectors.joining(" and "));
        text.append(Sentences.count(problems.size(), what))
                .append(" in ")
                .append(files)
                .append(".\n");
        return style.plain(text.toString());
    }

    /// Lines of the file and carets below them stay as they are; sentences are wrapped.
    private static String line(String line, String what, Style style) {
        if (line.strip().matches("\\^+")) {
            return mark(line, what, style);
        }
        boolean quoted = line.startsWith("    ");
        return quoted ? line : String.join("\n", Wrap.hanging("  ", line, style.width()));
    }

    private static String mark(String carets, String what, Style style) {
        return what.equals("error") ? style.red(carets) : style.yellow(carets);
    }
}
