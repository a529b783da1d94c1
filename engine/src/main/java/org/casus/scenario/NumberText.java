package org.casus.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a number: `every 1 to 3 months`, `20% to 40% around 30% each week`, `3 to 6 per
/// article p4`.
/// What it means, and whether it may stand there, is for [Measures] to say.
final class NumberText {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?|\\.[0-9]{1,15})(%?)");
    private static final Pattern DASHED = Pattern.compile("([0-9.]+%?)(?:-|–|—|\\.\\.+|/)([0-9.]+%?)");
    private static final Pattern MARKED = Pattern.compile("[~<>=≈≤≥+]+([0-9.]+%?)");

    private static final Map<String, String> ADVERBS =
            Map.of("daily", "day", "weekly", "week", "monthly", "month", "yearly", "year");

    /// A number of the text.
    ///
    /// @param value as written, `30%` being 0.30
    record Figure(double value, boolean percent, String text) {}

    /// @param every whether the text begins with `every`
    /// @param low empty where `every week` names none
    /// @param each whether the time follows `each`
    /// @param count the number between `each` and its unit
    /// @param per the words after `per`: a source and perhaps the place in it
    record Parsed(
            boolean every,
            Optional<Figure> low,
            Optional<Figure> high,
            Optional<Figure> around,
            boolean each,
            double count,
            Optional<TimeUnit> time,
            boolean points,
            Optional<Node.Text> per,
            Optional<String> at) {}

    private final Words words;
    private final Problems problems;
    private final String legal;
    private Optional<Figure> around = Optional.empty();
    private boolean each;
    private double count = 1;
    private Optional<TimeUnit> time = Optional.empty();
    private boolean points;
    private Optional<Node.Text> per = Optional.empty();
    private Optional<String> at = Optional.empty();

    private NumberText(Node.Text text, String legal, Problems problems) {
        this.words = new Words(text);
        this.legal = legal;
        this.problems = problems;
    }

    /// Empty where the words make no sense, which has then been said.
    static Optional<Parsed> read(Node.Text text, String legal, Problems problems) {
        return new NumberText(text, legal, problems).read();
    }

    private Optional<Parsed> read() {
        boolean every = words.accept("every");
        Optional<Figure> low = Optional.empty();
        Optional<Figure> high = Optional.empty();
        if (!every || unit(words.peek()).isEmpty()) {
            low = number();
            if (low.isEmpty()) {
                return Optional.empty();
            }
            if (words.accept("to")) {
                high = number();
                if (high.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        if (!tail() || !provenance() || !end(every)) {
            return Optional.empty();
        }
        return Optional.of(new Parsed(every, low, high, around, each, count, time, points, per, at));
    }

    private boolean tail() {
        while (true) {
            if (again()) {
                return false;
            }
            if (words.accept("around")) {
                around = number();
                if (around.isEmpty()) {
                    return false;
                }
            } else if (words.accept("each")) {
                each = true;
                if (!span()) {
                    return false;
                }
            } else if (words.peek().equals("point") || words.peek().equals("points")) {
                words.next();
                points = true;
            } else if (time.isEmpty() && unit(words.peek()).isPresent()) {
                time = unit(words.next());
            } else {
                return true;
            }
        }
    }

    /// Whether the next word would say over again, or otherwise, what has been said.
    private boolean again() {
        String word = words.peek();
        boolean twice = switch (word) {
            case "around" -> around.isPresent();
            case "each" -> each || time.isPresent();
            case "point", "points" -> points;
            default -> time.isPresent() && unit(word).isPresent();
        };
        if (twice) {
            problems.add(words.here(), Say.quoted(word) + " repeats or contradicts what stands before it.", legal);
        }
        return twice;
    }

    /// `week`, `2 weeks` after `each`.
    private boolean span() {
        if (unit(words.peek()).isEmpty()) {
            Optional<Figure> number = number();
            if (number.isEmpty()) {
                return false;
            }
            count = number.get().percent() ? 0 : number.get().value();
        }
        time = unit(words.peek());
        if (time.isEmpty() || count <= 0) {
            problems.add(words.here(), "`each` what?", "A unit of time: day, week, month, year.", nearUnit());
            return false;
        }
        words.next();
        return true;
    }

    private boolean provenance() {
        if (!words.accept("per")) {
            return true;
        }
        if (words.done()) {
            problems.add(words.last(), "`per` what?", "`per` is followed by the id of a source, or by `guess`.");
            return false;
        }
        if (unit(words.peek()).isPresent()) {
            problems.add(
                    words.here(),
                    "`per` names a source, and " + Say.quoted(words.peek()) + " is a unit of time.",
                    legal,
                    "Maybe " + Say.quoted("each " + words.peek()) + ".");
            return false;
        }
        String source = words.next();
        per = Optional.of(new Node.Text(source, words.last(), false));
        if (!words.done()) {
            if (source.equals(Judgement.GUESS)) {
                problems.add(
                        words.here(),
                        "Nothing follows `per guess`.",
                        "The reason for a guess stands in the long form: {range: 3 to 6, per: guess, why: …}.");
                return false;
            }
            at = Optional.of(words.rest());
        }
        return true;
    }

    private boolean end(boolean every) {
        if (words.done()) {
            return true;
        }
        if (every && time.isEmpty()) {
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is no unit of time.",
                    "Units of time: day, week, month, year. " + legal,
                    nearUnit());
            return false;
        }
        if (words.peek().equals(",")) {
            problems.add(words.here(), "A comma inside a number.", legal, "Maybe a point: `0.5`, not `0,5`.");
        } else if (words.peek().equals("%") || words.peek().startsWith("percent")) {
            problems.add(words.here(), "`%` stands right behind its number.", legal, glued());
        } else {
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is not understood in a number.",
                    legal + " Then `per SOURCE` or `per guess`.",
                    Nearest.of(words.peek(), Arrays.asList("to", "around", "each", "per", "weeks", "months"))
                            .map(n -> "Maybe " + Say.quoted(n) + ".")
                            .orElse(""));
        }
        return false;
    }

    /// The number before a lonely per cent sign, with it.
    private String glued() {
        return parse(words.last().raw()).isPresent()
                ? "Maybe " + Say.quoted(words.last().raw() + "%") + "."
                : "";
    }

    private String nearUnit() {
        return Nearest.of(words.peek(), Arrays.asList("day", "week", "month", "year"))
                .map(n -> "Maybe " + Say.quoted(n) + ".")
                .orElse("");
    }

    private Optional<Figure> number() {
        if (words.done()) {
            problems.add(words.last(), "A number is missing at the end.", legal);
            return Optional.empty();
        }
        Optional<Figure> number = parse(words.peek());
        if (number.isPresent()) {
            words.next();
            return number;
        }
        String word = words.peek();
        Matcher dashed = DASHED.matcher(word);
        Matcher marked = MARKED.matcher(word);
        String advice = "";
        if (dashed.matches()) {
            advice = "Maybe " + Say.quoted(dashed.group(1) + " to " + dashed.group(2)) + ".";
        } else if (ADVERBS.containsKey(word)) {
            advice = "Maybe " + Say.quoted("every " + ADVERBS.get(word)) + ".";
        } else if (marked.matches()) {
            advice = "Maybe " + Say.quoted(marked.group(1)) + ".";
        }
        String found =
                word.startsWith("-") ? Say.quoted(word) + " is below zero." : Say.quoted(word) + " is not a number.";
        problems.add(words.here(), found, legal, advice);
        return Optional.empty();
    }

    static Optional<Figure> parse(String word) {
        Matcher matcher = NUMBER.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean percent = !matcher.group(2).isEmpty();
        BigDecimal value = new BigDecimal(matcher.group(1));
        return Optional.of(new Figure((percent ? value.movePointLeft(2) : value).doubleValue(), percent, word));
    }

    /// The unit of time that `word` names, singular or plural.
    static Optional<TimeUnit> unit(String word) {
        for (TimeUnit unit : TimeUnit.values()) {
            String singular = unit.name().toLowerCase(Locale.ROOT);
            if (word.equals(singular) || word.equals(singular + "s")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
