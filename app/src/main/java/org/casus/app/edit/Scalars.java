package org.casus.app.edit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.scenario.Written;

/// Texts as YAML writes them: plain where that is safe, else in quotes.
final class Scalars {

    /// What a plain text cannot begin with: signs of YAML, or `-`, `?`, `:` alone.
    private static final Pattern SIGN =
            Pattern.compile("^([,\\[\\]{}#&*!|>'\"%@`]|[-?:](\\s|$)|---|\\.\\.\\.).*", Pattern.DOTALL);

    private Scalars() {}

    /// `value` in the style of what it replaces.
    ///
    /// @param raw how the old text was written, without an anchor
    /// @param flow whether it stands between brackets
    static String like(String raw, String value, boolean flow) {
        if (raw.startsWith("'") && printable(value)) {
            return "'" + value.replace("'", "''") + "'";
        }
        return raw.startsWith("\"") ? quoted(value) : plain(value, flow);
    }

    /// Plain where that is safe, else in double quotes.
    static String plain(String value, boolean flow) {
        boolean safe = !value.isBlank()
                && value.equals(value.strip())
                && printable(value)
                && !SIGN.matcher(value).matches()
                && !value.contains(": ")
                && !value.endsWith(":")
                && !value.contains(" #")
                && !(flow && Pattern.compile("[,\\[\\]{}]").matcher(value).find());
        return safe ? value : quoted(value);
    }

    private static boolean printable(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// A value as it may be put into a text: a scalar, or brackets with what is in them, on one line.
    ///
    /// @param scalar its text; empty for brackets
    /// @param raw as given
    record Given(Optional<String> scalar, String raw) {

        /// Empty for what can only stand in lines of its own.
        static Optional<Given> of(Written value, String raw) {
            String shown = raw.strip();
            return switch (value) {
                case Written.Words words -> Optional.of(new Given(Optional.of(words.value()), shown));
                case Written.Entries e -> bracketed(shown);
                case Written.Items i -> bracketed(shown);
            };
        }

        private static Optional<Given> bracketed(String shown) {
            boolean fits = (shown.startsWith("{") || shown.startsWith("[")) && !shown.contains("\n");
            return fits ? Optional.of(new Given(Optional.empty(), shown)) : Optional.empty();
        }

        String in(boolean flow) {
            return scalar.map(words -> plain(words, flow)).orElse(raw);
        }
    }
}
