package org.casus.scenario;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.casus.scenario.NumberText.Figure;
import org.casus.scenario.NumberText.Parsed;
import org.casus.scenario.Vocabulary.Unit;

/// What the words of a number mean where they stand: its [Measure], its ends, and whether they make
/// sense there.
final class Measures {

    /// A number read, before it has a name.
    record Draft(
            Measure measure,
            double low,
            double high,
            OptionalDouble around,
            Optional<Node.Text> per,
            Optional<String> at) {}

    private final Node.Text text;
    private final Unit unit;
    private final TimeUnit clock;
    private final Problems problems;

    private Measures(Node.Text text, Unit unit, TimeUnit clock, Problems problems) {
        this.text = text;
        this.unit = unit;
        this.clock = clock;
        this.problems = problems;
    }

    /// Empty where the text is no number of this unit, which has then been said.
    ///
    /// @param source told of the word after `per`, whatever else is wrong
    static Optional<Draft> read(
            Node.Text text, Unit unit, TimeUnit clock, Consumer<Node.Text> source, Problems problems) {
        return new Measures(text, unit, clock, problems).read(source);
    }

    /// What may stand where this unit is measured.
    static String legal(Unit unit) {
        return switch (unit) {
            case PRICE -> "Points: 0 to 10, such as `0.5` or `0.5 to 1`.";
            case WORTH -> "Points: 0 to 10, such as `3 to 6 around 4`; or points over time, such as `0.1 each week`.";
            case ODDS -> "Odds in per cent, such as `80%` or `20% to 40%`.";
            case BRANCH -> "Odds in per cent, such as `20% to 40%`, and `rest` for one branch.";
            case RATE -> "Odds over time, such as `5% to 10% each week`, or `every 4 weeks`.";
            case PACE -> "A pace, such as `every week` or `every 1 to 3 months`.";
            case DURATION -> "A length of time, such as `2 weeks` or `4 to 9 months`.";
            case FACTOR -> "A factor: a number without unit, such as `0.5` or `1.5 to 2.5`.";
            case SHARPNESS -> "A number above 1, such as `20 to 200 around 60`.";
        };
    }

    private Optional<Draft> read(Consumer<Node.Text> source) {
        Optional<Parsed> parsed = NumberText.read(text, legal(unit), problems);
        parsed.flatMap(Parsed::per).ifPresent(source);
        return parsed.filter(this::fits).flatMap(this::draft);
    }

    /// Whether the words around the numbers suit the unit, and whether per cent is where it belongs.
    private boolean fits(Parsed p) {
        boolean percent = p.low().map(Figure::percent).orElse(false);
        return switch (unit) {
            case PRICE -> plain(p) && timeless(p);
            case WORTH -> plain(p) && (p.each() || timeless(p));
            case ODDS, BRANCH -> percents(p) && timeless(p);
            case RATE -> p.every() ? every(p) : rate(p, percent);
            case PACE -> p.every() ? every(p) : wrong("This is no pace.", paceAdvice(p));
            case DURATION -> duration(p);
            case FACTOR, SHARPNESS -> plain(p) && timeless(p) && pointless(p);
        };
    }

    private boolean duration(Parsed p) {
        boolean time = p.time().isPresent() && !p.every() && !p.each() && !p.points();
        return time ? plain(p) : wrong("This is no length of time.", durationAdvice(p));
    }

    private boolean rate(Parsed p, boolean percent) {
        if (!percent) {
            boolean time = p.time().isPresent() && !p.each();
            return wrong(
                    "Odds over time are written in per cent.",
                    time ? "Maybe " + Say.quoted("every " + text.words()) + "." : oddsAdvice(p));
        }
        if (!p.each()) {
            Figure most = p.high().orElse(p.low().orElseThrow());
            return wrong(
                    "These odds do not say over which time.",
                    most.value() < 1 ? "Maybe " + Say.quoted(most.text() + " each " + clock.word()) + "." : "");
        }
        return percents(p) && pointless(p);
    }

    private boolean every(Parsed p) {
        if (p.time().isEmpty() || p.each()) {
            return wrong("`every` what?", "Maybe " + Say.quoted(text.words() + " " + clock.word() + "s") + ".");
        }
        return plain(p) && pointless(p);
    }

    private boolean timeless(Parsed p) {
        if (p.every()) {
            return wrong("A pace where " + unit.word() + " belong.", "");
        }
        if (p.time().isPresent()) {
            return wrong("A time where " + unit.word() + " belong.", "");
        }
        return unit == Unit.PRICE || unit == Unit.WORTH || pointless(p);
    }

    private boolean pointless(Parsed p) {
        return !p.points() || wrong("Points have no place here.", "");
    }

    private boolean plain(Parsed p) {
        for (Optional<Figure> number : java.util.List.of(p.low(), p.high(), p.around())) {
            if (number.isPresent() && number.get().percent()) {
                String share = Say.number(number.get().value());
                return wrong(
                        Say.quoted(number.get().text()) + ": no per cent here.",
                        unit == Unit.FACTOR ? "Maybe " + Say.quoted(share) + "." : "");
            }
        }
        return true;
    }

    private boolean percents(Parsed p) {
        for (Optional<Figure> number : java.util.List.of(p.low(), p.high(), p.around())) {
            if (number.isPresent() && !number.get().percent()) {
                return wrong("Odds are written in per cent, each number of them.", oddsAdvice(p));
            }
        }
        return true;
    }

    /// The same odds in per cent: `0.2 to 0.4` and `20 to 40%` were both meant as `20% to 40%`.
    private String oddsAdvice(Parsed p) {
        boolean tooMuch = Stream.of(p.low(), p.high())
                .flatMap(Optional::stream)
                .anyMatch(n -> n.value() > (n.percent() ? 1 : 100));
        if (p.low().isEmpty() || p.every() || tooMuch) {
            return "";
        }
        String range =
                percent(p.low().get()) + p.high().map(n -> " to " + percent(n)).orElse("");
        String time = unit == Unit.RATE ? " each " + p.time().orElse(clock).word() : "";
        return "Maybe " + Say.quoted(range + time) + ".";
    }

    private static String percent(Figure number) {
        boolean share = number.percent() || number.value() <= 1;
        return Say.number(share ? 100 * number.value() : number.value()) + "%";
    }

    private String paceAdvice(Parsed p) {
        return p.time().isPresent() && !p.each()
                ? "Maybe " + Say.quoted("every " + text.words()) + "."
                : "Maybe " + Say.quoted("every " + clock.word()) + ".";
    }

    private String durationAdvice(Parsed p) {
        if (p.every()) {
            return "Maybe " + Say.quoted(text.words().replaceFirst("^every ", "")) + ".";
        }
        String number = p.low().map(Figure::text).orElse("2");
        return "Maybe " + Say.quoted(number + " " + clock.word() + "s") + ".";
    }

    private boolean wrong(String found, String advice) {
        problems.add(text.spot(), found, legal(unit), advice);
        return false;
    }

    private Optional<Draft> draft(Parsed p) {
        double low = p.low().map(Figure::value).orElse(1.0);
        double high = p.high().map(Figure::value).orElse(low);
        OptionalDouble around =
                p.around().map(n -> OptionalDouble.of(n.value())).orElse(OptionalDouble.empty());
        if (low > high) {
            String ends = p.high().orElseThrow().text() + " to "
                    + p.low().orElseThrow().text();
            return none("The range runs backwards.", "A range reads low to high.", "Maybe " + Say.quoted(ends) + ".");
        }
        if (around.isPresent() && p.high().isEmpty()) {
            return none(
                    "`around` belongs to a range.", "Two ends and the likeliest value between: `3 to 6 around 4`.", "");
        }
        if (around.isPresent() && (around.getAsDouble() < low || around.getAsDouble() > high)) {
            return none(
                    "The number after `around` lies outside the range.",
                    "`around` is the likeliest value, between the two ends.",
                    "");
        }
        if (!bounded(low, high)) {
            return Optional.empty();
        }
        return Optional.of(new Draft(measure(p), low, high, around, p.per(), p.at()));
    }

    private boolean bounded(double low, double high) {
        return switch (unit) {
            case PRICE, WORTH ->
                high <= Limits.POINTS
                        || refuse(
                                "More than 10 points.",
                                "10 points are the most this actor could gain or lose in this crisis.",
                                "Maybe scale all of its points.");
            case ODDS, BRANCH -> high <= 1 || refuse("Odds above 100%.", legal(unit), "");
            case RATE -> rateBounded(low, high);
            case PACE, DURATION -> low > 0 || refuse("A time of zero.", legal(unit), "");
            case FACTOR -> high <= 1e6 || refuse("A factor above a million.", legal(unit), "");
            case SHARPNESS ->
                (low > 1 && high <= 1e9)
                        || refuse(
                                low > 1 ? "A sharpness above 1000000000." : "A sharpness of 1 or less.",
                                "Each point of advantage makes a move this many times as frequent: above 1.",
                                "");
        };
    }

    private boolean rateBounded(double low, double high) {
        boolean every = text.words().startsWith("every");
        if (every) {
            return low > 0 || refuse("A time of zero.", legal(unit), "");
        }
        return high < 1
                || refuse(
                        high > 1 ? "Odds above 100%." : "100% within a time would be at once.",
                        "Odds over time stay below 100%, such as `90% each week`.",
                        "");
    }

    private boolean refuse(String found, String legal, String advice) {
        problems.add(text.spot(), found, legal, advice);
        return false;
    }

    private Optional<Draft> none(String found, String legal, String advice) {
        refuse(found, legal, advice);
        return Optional.empty();
    }

    private Measure measure(Parsed p) {
        double span = p.time().map(time -> time.in(clock) * p.count()).orElse(1.0);
        return switch (unit) {
            case PRICE, FACTOR, SHARPNESS -> Measure.PLAIN;
            case WORTH -> p.each() ? new Measure(Measure.Form.POINTS_EACH, span, words(p)) : Measure.PLAIN;
            case ODDS, BRANCH -> Measure.ODDS;
            case RATE ->
                p.every()
                        ? new Measure(Measure.Form.EVERY, span, words(p))
                        : new Measure(Measure.Form.SHARE_EACH, span, words(p));
            case PACE, DURATION -> new Measure(Measure.Form.EVERY, span, words(p));
        };
    }

    /// The words beside the number as people write them: `each week`, `each 2 weeks`, `months`.
    private static String words(Parsed p) {
        String time = p.time().orElseThrow().word();
        if (p.each()) {
            return p.count() == 1 ? "each " + time : "each " + Say.number(p.count()) + " " + time + "s";
        }
        boolean one = p.low().isEmpty() || (p.high().isEmpty() && p.low().get().value() == 1);
        return one ? time : time + "s";
    }
}
