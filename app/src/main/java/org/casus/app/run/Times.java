package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.casus.scenario.Clock;
import org.casus.scenario.Limits;
import org.casus.scenario.TimeUnit;

/// The times at which odds are read, in clock units.
public final class Times {

    private static final int MOST = 6;
    /// Later than this share of the horizon is too near to it to say more.
    private static final double CLOSE = 0.8;
    private static final int EVEN = 60;
    private static final int FEW = 12;
    private static final int LIMIT = 1000;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([a-z]*)");

    private Times() {}

    /// Where none are asked for: the horizon, and before it the last powers of two: 2, 4, 8, 16,
    /// 26 of 26 weeks.
    public static double[] of(Clock clock) {
        var times = new ArrayList<Double>();
        times.add(clock.horizon());
        double power = Math.pow(2, Math.floor(Math.log(clock.horizon()) / Math.log(2)));
        while (times.size() < MOST && (power >= 1 || times.size() < 3)) {
            if (power <= CLOSE * clock.horizon()) {
                times.add(power);
            }
            power /= 2;
        }
        return times.stream().mapToDouble(t -> t).sorted().toArray();
    }

    /// From the start to the horizon in even steps of whole clock units, as few of them as keep it to
    /// [#EVEN] steps; a horizon shorter than [#FEW] units in [#FEW] steps.
    public static double[] even(Clock clock) {
        double horizon = clock.horizon();
        double step = horizon < FEW ? horizon / FEW : Math.max(1, Math.ceil(horizon / EVEN));
        var times = new ArrayList<Double>();
        for (int k = 0; k * step < horizon * (1 - 1e-9); k++) {
            times.add(k * step);
        }
        times.add(horizon);
        return times.stream().mapToDouble(t -> t).toArray();
    }

    /// What counts as soon after an agreement where nothing else is said: a quarter of the horizon, clock units.
    public static double soon(Clock clock) {
        return clock.horizon() / 4;
    }

    /// Times as typed: `2,4,26`, and with units of their own, `2 weeks, 1 month`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if one cannot be read
    public static double[] parse(String text, TimeUnit unit) {
        String[] parts = text.split(",", -1);
        if (parts.length > LIMIT) {
            throw new IllegalArgumentException("More than " + LIMIT + " times.");
        }
        return Arrays.stream(parts)
                .flatMapToDouble(part -> DoubleStream.of(one(part.strip().toLowerCase(Locale.ROOT), unit)))
                .sorted()
                .distinct()
                .toArray();
    }

    private static double one(String text, TimeUnit unit) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” is no time. Write numbers of " + unit.word() + "s, as 2,4,26, or 2 weeks,1 month.");
        }
        double time = Double.parseDouble(matcher.group(1)) * in(matcher.group(2), unit);
        if (time > Limits.HORIZON) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "“%s” is too late: at most %,.0f %ss, like the horizon itself.",
                    text,
                    Limits.HORIZON,
                    unit.word()));
        }
        return time;
    }

    /// How many of `unit` the unit called `word` is; 1 where none is named.
    private static double in(String word, TimeUnit unit) {
        if (word.isEmpty()) {
            return 1;
        }
        for (TimeUnit each : TimeUnit.values()) {
            if (word.equals(each.word()) || word.equals(each.word() + "s")) {
                return each.in(unit);
            }
        }
        String units = Arrays.stream(TimeUnit.values()).map(u -> u.word() + "s").collect(Collectors.joining(", "));
        throw new IllegalArgumentException("“" + word + "” is no unit of time: " + units + ".");
    }
}
