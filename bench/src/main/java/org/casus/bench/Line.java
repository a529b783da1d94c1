package org.casus.bench;

/// One line of the table: what was measured beside what.
///
/// @param row name by which it is asked for
/// @param what was done
/// @param yardstick what it is measured against, empty where the aim alone counts
/// @param theirs the yardstick's figure in `unit`; NaN where there is none
/// @param ours in `unit`; NaN where it could not be measured
/// @param unit of both figures
/// @param note what else the figures need to be understood
record Line(String row, String what, String yardstick, double theirs, double ours, String unit, Aim aim, String note) {

    /// A line without a yardstick.
    static Line alone(String row, String what, double ours, String unit, Aim aim, String note) {
        return new Line(row, what, "", Double.NaN, ours, unit, aim, note);
    }

    /// A line that could not be measured here, and why.
    static Line absent(String row, String what, String why) {
        return alone(row, what, Double.NaN, "s", Aim.none(), why);
    }

    /// ours / theirs; NaN where there is no yardstick.
    double ratio() {
        return ours / theirs;
    }

    String reached() {
        return aim.reached(ours, ratio());
    }
}
