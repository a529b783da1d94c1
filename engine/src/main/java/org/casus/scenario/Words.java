package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a short text, read from left to right; parentheses and commas are words of their own.
final class Words {

    /// A word and where it stands in the text's value.
    record Word(String text, int from, int to) {}

    final Node.Text text;
    private final List<Word> words;
    private int at;

    Words(Node.Text text) {
        this.text = text;
        this.words = split(text.value());
    }

    private static List<Word> split(String value) {
        List<Word> words = new ArrayList<>();
        int k = 0;
        while (k < value.length()) {
            char c = value.charAt(k);
            if (Character.isWhitespace(c)) {
                k++;
                continue;
            }
            int from = k;
            if (single(c)) {
                k++;
            } else {
                while (k < value.length() && !Character.isWhitespace(value.charAt(k)) && !single(value.charAt(k))) {
                    k++;
                }
            }
            words.add(new Word(value.substring(from, k), from, k));
        }
        return words;
    }

    private static boolean single(char c) {
        return c == '(' || c == ')' || c == ',';
    }

    boolean done() {
        return at == words.size();
    }

    int mark() {
        return at;
    }

    /// The next word, empty text at the end.
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead).text() : "";
    }

    /// Takes the next word.
    String next() {
        return done() ? "" : words.get(at++).text();
    }

    /// Takes these words if they come next.
    boolean accept(String... expected) {
        for (int k = 0; k < expected.length; k++) {
            if (!peek(k).equals(expected[k])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    /// Takes the next word if it is one of these.
    Optional<String> acceptOneOf(String... expected) {
        for (String word : expected) {
            if (peek().equals(word)) {
                at++;
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /// Where the next word stands; at the end, the last one.
    Spot here() {
        return spot(at, at + 1);
    }

    /// Where the word just taken stands.
    Spot last() {
        return spot(at - 1, at);
    }

    /// From the word at `mark` up to the word just taken.
    Spot since(int mark) {
        return spot(mark, at);
    }

    /// The words from `mark` up to the one just taken, single blanks between.
    String textSince(int mark) {
        return join(mark, at);
    }

    /// Whatever is left, taken.
    String rest() {
        String rest = join(at, words.size());
        at = words.size();
        return rest;
    }

    private String join(int from, int to) {
        var joined = new StringBuilder();
        for (int k = from; k < to; k++) {
            if (k > from && words.get(k).from() > words.get(k - 1).to()) {
                joined.append(' ');
            }
            joined.append(words.get(k).text());
        }
        return joined.toString();
    }

    private Spot spot(int from, int to) {
        if (words.isEmpty()) {
            return text.spot();
        }
        int first = Math.clamp(from, 0, words.size() - 1);
        int last = Math.clamp(to - 1L, first, words.size() - 1);
        return text.part(words.get(first).from(), words.get(last).to());
    }
}
