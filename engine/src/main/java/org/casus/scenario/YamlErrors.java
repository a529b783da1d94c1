package org.casus.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What the YAML library complains about, in words for people who do not know YAML's inside.
final class YamlErrors {

    private YamlErrors() {}

    static void explain(YamlEngineException e, Document document, int base, Problems problems) {
        switch (e) {
            case MarkedYamlEngineException marked -> marked(marked, document, base, problems);
            case ReaderException reader -> {
                int at = document.offset(reader.getPosition(), base);
                problems.add(
                        document.spot(at, at + 1),
                        String.format("A character that no text can hold (U+%04X).", reader.getCodePoint()),
                        "A scenario is plain text.");
            }
            default -> problems.add(document.spot(0, 1), "This is not YAML: " + firstLine(e) + ".", "");
        }
    }

    private static void marked(MarkedYamlEngineException e, Document document, int base, Problems problems) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        int at = offset(e.getProblemMark(), document, base);
        int from = offset(e.getContextMark().or(e::getProblemMark), document, base);
        Spot here = document.spot(at, at + 1);
        Spot opening = document.spot(from, from + 1);
        if (problem.contains("TAB")) {
            problems.add(here, "A tab begins here.", "Indent with blanks: two for each level.");
        } else if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            problems.add(opening, "A quote that is never closed.", "A text in quotes ends with the same quote.");
        } else if (context.contains("quoted scalar")) {
            problems.add(
                    here,
                    "Inside double quotes `\\` starts an escape, and this is none.",
                    "Known are \\\\, \\\", \\n, \\t and \\u with four digits.",
                    "Maybe use single quotes.");
        } else if (context.contains("flow mapping") || context.contains("flow sequence")) {
            bracket(context.contains("mapping") ? "{" : "[", opening, here, document, problems);
        } else if (problem.contains("mapping values are not allowed")) {
            problems.add(
                    here,
                    "A colon where none can stand.",
                    "A text with a colon is put in quotes; a new key stands on a line of its own, indented like its"
                            + " neighbours.");
        } else if (context.contains("plain scalar") || problem.contains("unexpected ':'")) {
            problems.add(
                    here,
                    "A colon inside a text.",
                    "Inside `{}` and `[]` a text with a comma, colon or bracket is put in quotes.");
        } else if (problem.contains("could not find expected ':'")) {
            problems.add(opening, "A key without a colon.", "Each line of a mapping reads `key: value`.");
        } else if (context.contains("block mapping") || context.contains("block collection")) {
            problems.add(
                    here,
                    "This does not line up with what stands above.",
                    "Keys of one mapping are indented by the same number of blanks; a bracket too many has the same"
                            + " effect.");
        } else if (context.contains("alias") || context.contains("anchor") || context.contains("directive")) {
            problems.add(
                    opening,
                    "`" + opening.raw() + "` begins a word of YAML, and none follows.",
                    "A text that begins with a special character is put in quotes.");
        } else if (problem.contains("document start")) {
            problems.add(
                    here,
                    "This does not belong to what stands above.",
                    "A file is one mapping: its keys begin at the left margin.");
        } else if (problem.contains("cannot start any token")) {
            problems.add(
                    here,
                    Say.quoted(here.raw()) + " cannot begin a text.",
                    "A text that begins with a special character is put in quotes.");
        } else {
            problems.add(here, "This is not YAML: " + problem + ".", "");
        }
    }

    private static void bracket(String bracket, Spot opening, Spot here, Document document, Problems problems) {
        String closing = bracket.equals("{") ? "}" : "]";
        int line = here.position().line();
        boolean end = here.from() >= document.text.stripTrailing().length();
        boolean left = line > opening.position().line() && endsEntry(document, line - 1);
        if (end || left) {
            problems.add(
                    opening,
                    "This `" + bracket + "` is never closed.",
                    "Each `" + bracket + "` ends with a `" + closing + "`; line " + line + " reads on as if inside.");
        } else if (here.raw().equals(":")) {
            problems.add(
                    here,
                    "A colon inside a text.",
                    "Inside `{}` and `[]` a text with a comma, colon or bracket is put in quotes.");
        } else {
            problems.add(
                    here,
                    "Expected a comma or `" + closing + "` here: the `" + bracket + "` in column "
                            + opening.position().column() + " of line "
                            + opening.position().line() + " is still open.",
                    "Entries are separated by commas; a text with a comma, colon or bracket is put in quotes.");
        }
    }

    /// Whether the last line with anything on it before line `next` (from 0) ends an entry without a comma.
    private static boolean endsEntry(Document document, int next) {
        int line = next - 1;
        while (line > 0 && document.lineText(line).isBlank()) {
            line--;
        }
        String text = document.lineText(line).strip();
        return !text.endsWith(",") && !text.endsWith("{") && !text.endsWith("[");
    }

    private static int offset(Optional<Mark> mark, Document document, int base) {
        return mark.map(m -> document.offset(m.getIndex(), base)).orElse(base);
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("unreadable");
    }
}
