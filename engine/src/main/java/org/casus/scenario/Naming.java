package org.casus.scenario;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How things may be called.
final class Naming {

    static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    static final String LEVEL = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final Pattern LEVELS = Pattern.compile(LEVEL);

    /// Words of conditions, effects and tests: a name among them could not be told from the language.
    static final Set<String> WORDS = Set.of(
            "is",
            "not",
            "and",
            "or",
            "at",
            "least",
            "most",
            "above",
            "below",
            "always",
            "nothing",
            "rest",
            "otherwise",
            "to",
            "up",
            "down",
            "odds",
            "under",
            "without",
            "when",
            "than",
            "per",
            "why",
            "range",
            "every",
            "each",
            "around",
            "guess");

    private Naming() {}

    /// Whether `text` can be the name of something; says so if not.
    static boolean name(Node.Text text, Problems problems) {
        return check(text, text.value(), NAMES, problems)
                && free(text, text.value(), problems)
                && section(text, problems);
    }

    /// Whether `text` can be a level.
    static boolean level(Node.Text text, Problems problems) {
        return check(text, text.value(), LEVELS, problems) && free(text, text.value(), problems);
    }

    /// Whether `verb`, the part of a move's name after the stroke, can be one.
    static boolean verb(Node.Text text, String verb, Problems problems) {
        return check(text, verb, NAMES, problems);
    }

    private static boolean check(Node.Text text, String word, Pattern pattern, Problems problems) {
        if (word.length() <= Limits.ID && pattern.matcher(word).matches()) {
            return true;
        }
        String near = plain(word);
        problems.add(
                text.spot(),
                word.length() > Limits.ID
                        ? "This name has " + word.length() + " characters."
                        : Say.quoted(word) + " cannot be a name.",
                "Names are lower-case words (a to z, digits) joined by `-`, at most " + Limits.ID
                        + " characters; `title` takes any text.",
                pattern.matcher(near).matches() && near.length() <= Limits.ID ? "Maybe " + Say.quoted(near) + "." : "");
        return false;
    }

    private static boolean free(Node.Text text, String word, Problems problems) {
        if (!WORDS.contains(word)) {
            return true;
        }
        problems.add(
                text.spot(),
                Say.quoted(word) + " is a word of the language and cannot be a name.",
                "Reserved: " + String.join(", ", WORDS.stream().sorted().toList()) + ".");
        return false;
    }

    /// A section's name as an id would make `set` paths unclear.
    private static boolean section(Node.Text text, Problems problems) {
        if (Vocabulary.root().key(text.value()).isEmpty()) {
            return true;
        }
        problems.add(
                text.spot(),
                Say.quoted(text.value()) + " is a section of the file and cannot be a name.",
                "Sections: " + String.join(", ", Vocabulary.root().names()) + ".");
        return false;
    }

    /// `word` as a name, where only case, blanks or signs stand in the way; else itself.
    static String meant(String word) {
        String near = plain(word);
        return NAMES.matcher(near).matches() ? near : word;
    }

    private static String plain(String word) {
        return word.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
