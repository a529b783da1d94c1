package org.casus.scenario;

import java.util.Optional;

/// Reads by how much two quantities must differ: `by 5 points`, `by 20%`, `by 2 weeks`, or nothing.
final class MarginText {

    /// Without `by`, less than a point of odds is no difference.
    static final double POINT = 0.01;
    /// Without `by`, less than this share of a rate or a time is no difference.
    static final double SHARE = 0.05;

    /// @param relative whether `by` is a share of what is compared with, else in the quantity's own unit
    record Margin(double by, boolean relative) {}

    private final Problems problems;

    MarginText(Problems problems) {
        this.problems = problems;
    }

    /// What follows the comparison of a quantity, empty where it makes no sense.
    Optional<Margin> read(Quantity quantity, Words words) {
        boolean odds = isOdds(quantity);
        if (!words.accept("by")) {
            return Optional.of(odds ? new Margin(POINT, false) : new Margin(SHARE, true));
        }
        Optional<NumberText.Figure> number = NumberText.parse(words.peek());
        if (number.isEmpty()) {
            problems.add(
                    words.done() ? words.last() : words.here(),
                    "By how much?",
                    odds ? "Such as `by 5 points`." : "Such as `by 20%`.");
            return Optional.empty();
        }
        words.next();
        double value = number.get().value();
        if (odds) {
            boolean points = !number.get().percent()
                    && words.acceptOneOf("point", "points").isPresent();
            if (!points) {
                problems.add(
                        words.last(),
                        "Differences of odds are counted in points.",
                        "Such as `by 5 points`: from 20% to 25%.",
                        "Maybe " + Say.quoted("by " + number.get().text().replace("%", "") + " points") + ".");
                return Optional.empty();
            }
            return Optional.of(new Margin(value / 100, false));
        }
        if (number.get().percent()) {
            return Optional.of(new Margin(value, true));
        }
        if (quantity instanceof Quantity.TimeWith) {
            return inUnit(quantity, words).map(f -> new Margin(value * f, false));
        }
        problems.add(words.last(), "Rates are compared in per cent.", "Such as `less by 20%`.");
        return Optional.empty();
    }

    /// How many of the quantity's units one of the unit named next lasts.
    static Optional<Double> inUnit(Quantity quantity, Words words) {
        Optional<TimeUnit> unit = NumberText.unit(words.peek());
        if (unit.isEmpty() || !(quantity instanceof Quantity.TimeWith(Guard what, TimeUnit own))) {
            return Optional.of(1.0);
        }
        words.next();
        return Optional.of(unit.get().in(own));
    }

    static boolean isOdds(Quantity quantity) {
        return switch (quantity) {
            case Quantity.OddsAt q -> true;
            case Quantity.OddsEver q -> true;
            case Quantity.OddsEverMade q -> true;
            case Quantity.TimeWith q -> false;
            case Quantity.Play q -> false;
        };
    }

    static String dimension(Quantity quantity) {
        return quantity instanceof Quantity.TimeWith ? "time" : "rate";
    }
}
