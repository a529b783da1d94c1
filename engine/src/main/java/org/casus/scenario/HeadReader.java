package org.casus.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Reads what stands at the top of a file: day, clock, choice.
final class HeadReader {

    private final Fields file;
    private final Problems problems;

    HeadReader(Fields file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    LocalDate asOf() {
        return file.text("as_of").flatMap(this::day).orElse(LocalDate.MAX);
    }

    /// A day, `2020-10-12`.
    Optional<LocalDate> day(Node.Text text) {
        try {
            if (text.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return Optional.of(LocalDate.parse(text.value()));
            }
        } catch (DateTimeException e) {
            problems.add(
                    text.spot(), "There is no day " + Say.quoted(text.value()) + ".", "Days are written `2020-10-12`.");
            return Optional.empty();
        }
        boolean year = text.value().matches("[0-9]{4}(-[0-9]{2})?");
        problems.add(
                text.spot(),
                Say.quoted(text.value()) + " is no day.",
                "Days are written `2020-10-12`: year, month, day.",
                year ? "Maybe leave the date out: an old source needs none." : "");
        return Optional.empty();
    }

    TimeUnit unit() {
        return clockFields().words("unit").flatMap(NumberText::unit).orElse(TimeUnit.WEEK);
    }

    Clock clock() {
        TimeUnit unit = unit();
        return new Clock(
                unit,
                clockFields().text("horizon").map(text -> horizon(text, unit)).orElse(1.0));
    }

    private Fields clockFields() {
        return Fields.of("clock", file.node("clock").orElse(file.body()));
    }

    private double horizon(Node.Text text, TimeUnit unit) {
        var words = new Words(text);
        Optional<NumberText.Figure> number = NumberText.parse(words.next());
        TimeUnit stated = unit;
        boolean legal = number.isPresent() && !number.get().percent();
        if (legal && !words.done()) {
            Optional<TimeUnit> own = NumberText.unit(words.next());
            legal = own.isPresent() && words.done();
            stated = own.orElse(unit);
        }
        double horizon = legal ? number.orElseThrow().value() * stated.in(unit) : 0;
        if (!(horizon > 0 && horizon <= Limits.HORIZON)) {
            problems.add(
                    text.spot(),
                    Say.quoted(text.words()) + " is no horizon.",
                    "A number of " + unit.word() + "s above 0, at most " + Say.number(Limits.HORIZON)
                            + ", such as `26`; or a time, such as `6 months`.");
            return 1;
        }
        return horizon;
    }

    Choice choice() {
        return switch (file.words("choice").orElse("intentions")) {
            case "mistakes" -> Choice.MISTAKES;
            case "tastes" -> Choice.TASTES;
            default -> Choice.INTENTIONS;
        };
    }
}
