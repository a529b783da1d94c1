package org.casus.scenario;

/// A unit of the clock. Months and years are mean Gregorian ones, so that `12 months` is exactly `1 year`.
public enum TimeUnit {
    DAY(1),
    WEEK(7),
    MONTH(365.25 / 12),
    YEAR(365.25);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    /// How many of `clock` one of this unit lasts, e.g. a month is 4.348 weeks.
    public double in(TimeUnit clock) {
        return days / clock.days;
    }

    /// The singular as the language writes it: `week`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
