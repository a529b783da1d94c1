package org.casus.scenario;

/// One thing wrong with a scenario, told to the person who wrote it.
///
/// @param position where it stands
/// @param line the whole line it stands on, as written
/// @param found what was found there, a sentence
/// @param legal what may stand there, sentences; empty where `found` says it all
/// @param advice what was probably meant, beginning with `Maybe`; empty where nothing is near
public record Problem(Position position, String line, String found, String legal, String advice) {

    /// Widest part of a line that is shown: flow YAML has long lines.
    private static final int WIDTH = 110;

    /// The message as people read it: place, line, caret, what was found, what is legal, advice.
    public String render() {
        var text = new StringBuilder().append(position).append('\n');
        window(text);
        for (String sentence : new String[] {found, legal, advice}) {
            if (!sentence.isEmpty()) {
                text.append("  ").append(sentence).append('\n');
            }
        }
        return text.toString();
    }

    /// The line and the carets below it, cut to a window around them.
    private void window(StringBuilder text) {
        if (line.isBlank()) {
            return;
        }
        String shown = printable(line).stripTrailing();
        int caret = Math.clamp(position.column() - 1L, 0, shown.length());
        int length = Math.clamp(position.length(), 1, Math.max(1, shown.length() - caret));
        int from = 0;
        int to = shown.length();
        if (shown.length() > WIDTH) {
            from = Math.clamp(caret + Math.min(length, WIDTH) / 2L - WIDTH / 2, 0, shown.length() - WIDTH);
            to = from + WIDTH;
            length = Math.min(length, to - caret + 1);
        }
        String left = from > 0 ? "… " : "";
        String right = to < shown.length() ? " …" : "";
        text.append("    ").append(left).append(shown, from, to).append(right).append('\n');
        text.append("    ").append(" ".repeat(left.length() + Math.max(0, caret - from)));
        text.append("^".repeat(Math.max(1, length))).append('\n');
    }

    /// One column for each character, so that carets stand below what they mean.
    private static String printable(String line) {
        return line.codePoints()
                .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) || !Character.isDefined(c) ? '·' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
