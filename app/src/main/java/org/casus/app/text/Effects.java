package org.casus.app.text;

import org.casus.scenario.Claim;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.study.Band;
import org.casus.study.Verdict;

/// How large an effect is, in the unit of what is compared.
public final class Effects {

    private Effects() {}

    /// `+5 (+2 to +14) points`, `40 (35–60) in 100`, `−30% (−45% to −12%)`; empty where nothing was measured.
    public static String of(Claim claim, Verdict verdict, Scenario scenario) {
        if (claim.test().isEmpty() || verdict.worlds() == 0) {
            return "";
        }
        return switch (claim.test().get()) {
            case Claim.Test.Bound bound -> level(bound.quantity(), verdict.left(), scenario);
            case Claim.Test.Against against ->
                verdict.ratio().isPresent() && verdict.ratio().get().count() > 0
                        ? percent(verdict.ratio().get())
                        : change(against.left(), verdict.effect(), scenario);
        };
    }

    /// A quantity with its band and unit: `40 (35–60) in 100`, `4.2 (3.1–6.0) weeks`.
    public static String level(Quantity quantity, Band band, Scenario scenario) {
        return switch (quantity) {
            case Quantity.OddsAt at -> Spread.odds(band) + " in 100";
            case Quantity.OddsEver ever -> Spread.odds(band) + " in 100";
            case Quantity.OddsEverMade made -> Spread.odds(band) + " in 100";
            case Quantity.TimeWith time ->
                Spread.number(band) + " " + time.unit().word() + "s";
            case Quantity.Play play ->
                Spread.number(band) + " times a " + scenario.clock().unit().word();
        };
    }

    /// A difference of such quantities: `+5 (+2 to +14) points`.
    public static String change(Quantity quantity, Band band, Scenario scenario) {
        return switch (quantity) {
            case Quantity.OddsAt at -> Spread.points(band) + " points";
            case Quantity.OddsEver ever -> Spread.points(band) + " points";
            case Quantity.OddsEverMade made -> Spread.points(band) + " points";
            case Quantity.TimeWith time ->
                Spread.change(band) + " " + time.unit().word() + "s";
            case Quantity.Play play ->
                Spread.change(band) + " times a " + scenario.clock().unit().word();
        };
    }

    private static String percent(Band ratio) {
        return Spread.points(ratio) + " per cent";
    }

    /// The number of [#level] alone, to stand below a [#unit]: `40 (35–60)`, `4.2 (3.1–6.0)`.
    public static String bare(Quantity quantity, Band band) {
        return isOdds(quantity) ? Spread.odds(band) : Spread.number(band);
    }

    /// The number of [#change] alone: `+5 (+2 to +14)`.
    public static String bareChange(Quantity quantity, Band band) {
        return isOdds(quantity) ? Spread.points(band) : Spread.change(band);
    }

    /// What the numbers of a quantity count: `in 100`, `weeks`, `times a week`.
    public static String unit(Quantity quantity, Scenario scenario) {
        return switch (quantity) {
            case Quantity.OddsAt at -> "in 100";
            case Quantity.OddsEver ever -> "in 100";
            case Quantity.OddsEverMade made -> "in 100";
            case Quantity.TimeWith time -> time.unit().word() + "s";
            case Quantity.Play play -> "times a " + scenario.clock().unit().word();
        };
    }

    private static boolean isOdds(Quantity quantity) {
        return switch (quantity) {
            case Quantity.OddsAt at -> true;
            case Quantity.OddsEver ever -> true;
            case Quantity.OddsEverMade made -> true;
            case Quantity.TimeWith time -> false;
            case Quantity.Play play -> false;
        };
    }
}
