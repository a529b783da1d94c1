package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// The language's keys, defined once: the reader refuses what is not here, the JSON Schema is
/// generated from it, and
/// `docs/reference/scenario.md` is tested against it.
///
/// Walk it from [#root], or go through [#forms]. Every scalar is read as text, so a schema must accept
/// strings,
/// numbers, booleans and dates wherever a kind here is written as one scalar.
public final class Vocabulary {

    private Vocabulary() {}

    /// A mapping with fixed keys, e.g. a `row` or an `actor`.
    ///
    /// @param name how [Kind.Of] refers to it; `scenario` is the file itself
    /// @param doc one sentence
    /// @param keys in the order in which the reference lists them
    public record Form(String name, String doc, List<Key> keys) {

        /// The key of that name, if the form has it.
        public Optional<Key> key(String name) {
            return keys.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    /// One key of a form.
    ///
    /// @param example a value as it may stand in a file
    public record Key(String name, boolean required, Kind kind, String doc, String example) {}

    /// What kind of value a key takes. Kinds down to [Test] are written as one scalar.
    public sealed interface Kind {

        /// What it is in the words of the reference: `points; or by condition: points`.
        default String describe() {
            return KindWords.of(this);
        }

        /// Any text on one line or more.
        record Text() implements Kind {}

        /// One of these words.
        record Word(List<String> words) implements Kind {}

        /// `true` or `false`.
        record Flag() implements Kind {}

        /// A day, `2020-10-12`.
        record Date() implements Kind {}

        /// A span of time in clock units, `26`, or with its own unit, `6 months`.
        record Span() implements Kind {}

        /// A number with its range and source, or the long form `{range, per, at, why}`, see [#judgement].
        record Judged(Unit unit) implements Kind {}

        /// The name of something declared in the file.
        record Ref(To to) implements Kind {}

        /// A new name: lower-case words joined by `-`.
        record Name() implements Kind {}

        /// `war is truce and line at least districts`
        record When() implements Kind {}

        /// `war is truce`, or `otherwise`.
        record Ending() implements Kind {}

        /// `line up 1 and truce to none`
        record Effects() implements Kind {}

        /// `offensive by azerbaijan or armenia`
        record AttackBy() implements Kind {}

        /// `defend armenia`
        record Promise() implements Kind {}

        /// `article p4`: a source and the place in it.
        record Cited() implements Kind {}

        /// The words that lead to a value of this file, `usa/restrain costs`.
        record Path() implements Kind {}

        /// `weeks with war is truce`
        record Measured() implements Kind {}

        /// `under wide-csto odds of dictated-peace fall by 20 points`
        record Test() implements Kind {}

        /// Whatever stands at the path that is its key.
        record Anything() implements Kind {}

        record ListOf(Kind item) implements Kind {}

        /// A mapping with keys of the analyst's.
        ///
        /// @param shared whether `per`, `at` and `why` may stand among the keys, for all its numbers
        record MapOf(Keys keys, Kind value, boolean shared) implements Kind {}

        /// A mapping of the form with that name.
        record Of(String form) implements Kind {}

        /// One of several, told apart by shape: at most one scalar kind, one list, one mapping of each
        /// sort.
        record Either(List<Kind> kinds) implements Kind {}
    }

    /// What the keys of a mapping are.
    public enum Keys {
        /// New names.
        NAMES,
        /// New moves, `actor/verb`.
        MOVES,
        /// Names of actors.
        ACTORS,
        /// Levels of the row that is the key above.
        LEVELS,
        /// Conditions.
        CONDITIONS,
        /// Rows (the value is then a mapping by level) or conditions.
        ROWS_OR_CONDITIONS,
        /// Effects, or `nothing`.
        EFFECTS,
        /// Paths into this file.
        PATHS
    }

    /// What a name may refer to.
    public enum To {
        ACTOR,
        PLACE,
        LEVEL,
        /// A source, or the word `guess`.
        SOURCE,
        /// A move, chance event, commitment or agreement.
        CLOSABLE
    }

    /// What a judgement measures, and so which words stand beside its number.
    public enum Unit {
        /// `3 to 6`: points, at most 10.
        PRICE("points", "0.5 to 1", Patterns.NUMBERS + Patterns.POINTS),
        /// `3 to 6`: points for living with it for ever; `0.1 each week`: points per time.
        WORTH("points", "3 to 6 around 4", Patterns.NUMBERS + "(" + Patterns.POINTS + "|" + Patterns.EACH + ")"),
        /// `20% to 40%`
        ODDS("odds", "20% to 40%", Patterns.PERCENTS),
        /// `20% to 40%`, or `rest`: what the other branches leave.
        BRANCH("odds", "20% to 40%", "(rest|" + Patterns.PERCENTS + ")"),
        /// `5% each week`, or `every 4 weeks`.
        RATE("a rate", "5% to 10% each week", "(" + Patterns.PERCENTS + Patterns.EACH + "|" + Patterns.EVERY + ")"),
        /// `every 2 weeks`
        PACE("a pace", "every 1 to 3 months", Patterns.EVERY),
        /// `4 to 9 months`
        DURATION("a length of time", "4 to 9 months", Patterns.NUMBERS + Patterns.TIME),
        /// `1.5 to 2.5`
        FACTOR("a factor", "1.5 to 2.5", Patterns.NUMBERS),
        /// `20 to 200`, above 1.
        SHARPNESS("a sharpness", "20 to 200 around 60", Patterns.NUMBERS);

        private final String word;
        private final String example;
        private final String form;

        Unit(String word, String example, String form) {
            this.word = word;
            this.example = example;
            this.form = form;
        }

        /// What it is, for messages and help.
        public String word() {
            return word;
        }

        public String example() {
            return example;
        }

        /// A regular expression (ECMA-262) that every text of this unit matches, source included. It
        /// is wider than
        /// the reader, which also checks ends, order and limits.
        public String pattern() {
            return "^\\s*" + form + Patterns.AROUND + Patterns.PER + "\\s*$";
        }
    }

    /// Parts of [Unit#pattern].
    private static final class Patterns {
        static final String N = "[0-9.]+";
        static final String AROUND = "(\\s+around\\s+" + N + "%?)?";
        static final String NUMBERS = N + "(\\s+to\\s+" + N + ")?" + AROUND;
        static final String PERCENTS = N + "%(\\s+to\\s+" + N + "%)?" + AROUND;
        static final String TIME = "\\s+(day|week|month|year)s?";
        static final String EACH = "(\\s+each(\\s+" + N + ")?" + TIME + ")";
        static final String EVERY = "every(\\s+" + NUMBERS + ")?" + TIME;
        static final String POINTS = "(\\s+points?)?";
        static final String PER = "(\\s+per\\s+\\S+(\\s+.*)?)?";
    }

    /// What every new name matches; a move is two of them with a `/` between.
    public static String namePattern() {
        return Naming.NAME;
    }

    /// What every level matches.
    public static String levelPattern() {
        return Naming.LEVEL;
    }

    /// The file itself.
    public static Form root() {
        return VocabularyForms.ALL.getFirst();
    }

    /// Every form, the file itself first.
    public static List<Form> forms() {
        return VocabularyForms.ALL;
    }

    /// The form named `name`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Form form(String name) {
        return VocabularyForms.ALL.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + name));
    }

    /// The long form of every judgement: `{range: 3 to 6, per: article, at: p4, why: …}`.
    public static Form judgement() {
        return form("judgement");
    }
}
