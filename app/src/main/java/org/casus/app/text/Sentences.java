package org.casus.app.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.casus.app.run.Answer;
import org.casus.app.run.Grounds;
import org.casus.scenario.Clock;
import org.casus.scenario.TimeUnit;

/// What an answer says in whole sentences, shared by the pictures and the plain view.
public final class Sentences {

    private Sentences() {}

    /// The finding: the likeliest outcome at the horizon as a natural frequency, and the next.
    public static String finding(Answer answer) {
        return finding(answer.outcomes(), answer.about().clock());
    }

    /// The same of outcomes with their odds at the horizon of `clock`.
    public static String finding(List<Answer.Ending> outcomes, Clock clock) {
        var order = IntStream.range(0, outcomes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer k) -> -outcomes.get(k).odds()))
                .toList();
        var first = outcomes.get(order.getFirst());
        String after = "After " + span(clock.horizon(), clock.unit());
        if (first.odds() >= 1) {
            return after + " every such crisis stands at “" + first.title() + "”: in this model nothing else can be.";
        }
        var sentence = new StringBuilder(after)
                .append(", ")
                .append(Odds.frequency(first.odds()))
                .append(" such crises stand at “")
                .append(first.title())
                .append("”");
        if (order.size() > 1 && outcomes.get(order.get(1)).odds() >= 0.03) {
            var second = outcomes.get(order.get(1));
            sentence.append(" and ")
                    .append(Odds.shortFrequency(second.odds()))
                    .append(" at “")
                    .append(second.title())
                    .append("”");
        }
        return sentence.append(".").toString();
    }

    /// What the odds are about: chance alone, and how much of the file is guesses.
    public static String standing(Answer answer) {
        var grounds = answer.about().grounds();
        return "These odds are chance alone, with each of the file's " + count(grounds.all(), "number")
                + " at its middle; " + rest(grounds) + ". They follow from what the file says, and are no oracle.";
    }

    /// `19 are guesses and 1 has no source`, none of either being 0.
    public static String guessed(Grounds grounds) {
        return grounds.guesses() + (grounds.guesses() == 1 ? " is a guess" : " are guesses") + " and "
                + grounds.unsourced() + (grounds.unsourced() == 1 ? " has" : " have") + " no source";
    }

    /// `each has a source`, `3 are guesses and 2 have no source`.
    private static String rest(Grounds grounds) {
        var parts = new ArrayList<String>();
        if (grounds.guesses() > 0) {
            parts.add(share(grounds.guesses(), grounds.all())
                    + (grounds.guesses() == 1 ? " is a guess" : " are guesses"));
        }
        if (grounds.unsourced() > 0) {
            parts.add(share(grounds.unsourced(), grounds.all())
                    + (grounds.unsourced() == 1 ? " has no source" : " have no source"));
        }
        return parts.isEmpty() ? "each has a source" : String.join(" and ", parts);
    }

    private static String share(int some, int all) {
        return some == all && all > 1 ? "all" : some == 1 ? "one" : String.valueOf(some);
    }

    /// How large the game is.
    public static String size(Answer answer) {
        var size = answer.size();
        return count(size.states(), "state") + " with " + count(size.moves(), "open move") + " and "
                + count(size.transitions(), "transition");
    }

    /// How well it is solved: the certificate, then the estimates.
    public static String figures(Answer answer) {
        var f = answer.figures();
        return "residual " + scientific(f.residual()) + ", payoff gap " + scientific(f.payoffGap()) + " points a "
                + answer.about().clock().unit().word() + "; error of V about " + scientific(f.valueError())
                + " points, of the odds " + scientific(f.oddsError());
    }

    /// Version, hash and seed: what makes this run repeatable.
    public static String stamp(Answer answer) {
        var about = answer.about();
        return "casus " + about.version() + " · " + about.scenario() + " "
                + about.hash().substring(0, Math.min(12, about.hash().length())) + " · " + about.policy() + " · seed "
                + about.seed();
    }

    /// The settings in force beside the policy, if any.
    public static List<String> settings(Answer answer) {
        var lines = new ArrayList<String>();
        for (String setting : answer.about().settings()) {
            lines.add("set " + setting);
        }
        return lines;
    }

    /// `26 weeks`, `1 month`, `2.5 years`.
    public static String span(double time, TimeUnit unit) {
        return number(time) + " " + unit.word() + (time == 1 ? "" : "s");
    }

    /// A number without needless decimals: `26`, `2.5`; to a thousandth below 10, to a tenth above.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /// `3e-11`, `0`.
    public static String scientific(double value) {
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%.0e", value).replaceAll("e([-+])0", "e$1");
    }

    /// `1 state`, `101,376 states`.
    public static String count(long n, String noun) {
        return count(n, noun, noun + "s");
    }

    public static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", n) + (n == 1 ? one : many);
    }

    /// Expected numbers: two digits that matter, `3.2`, `0.046`, `<0.001`.
    public static String times(double expected) {
        if (expected == 0) {
            return "0";
        }
        if (expected < 0.001) {
            return "<0.001";
        }
        int decimals = expected >= 9.95 ? 0 : expected >= 0.0995 ? (expected >= 0.995 ? 1 : 2) : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", expected);
    }

    /// The moves that are worth a line, most played first: those expected once in 1000 such crises.
    static List<Answer.Played> played(Answer answer) {
        return answer.played().stream().filter(p -> p.expectedTimes() >= 0.001).toList();
    }

    /// The share of a move made although waiting was worth more: `35%`, `0%`.
    static String atLoss(Answer.Played played) {
        return Math.round(100 * played.atDisadvantage()) + "%";
    }

    /// A score's number: odds in 100, anything else to the digits that matter.
    static String score(Answer.Scored score) {
        if (score.unit().equals(Answer.Scored.ODDS)) {
            return Odds.in100(score.value());
        }
        return Double.isNaN(score.value()) ? "?" : times(score.value());
    }

    /// What the number of a score counts: `in 100`, `weeks`, `per week`.
    static String scoreUnit(String unit) {
        return unit.equals(Answer.Scored.ODDS) ? "in 100" : unit;
    }

    /// Expected time in clock units: to a tenth of one.
    public static String time(double expected) {
        if (expected > 0 && expected < 0.05) {
            return "<0.1";
        }
        return expected == 0 ? "0" : String.format(Locale.ROOT, expected < 99.95 ? "%.1f" : "%.0f", expected);
    }

    /// What the columns beside the odds at the horizon mean.
    public static String columns(Answer answer) {
        String units = answer.about().clock().unit().word() + "s";
        return "ever: at some time by then; next: first to come after what holds today, however long that takes; "
                + units + ": expected in it by then.";
    }

    /// The same of one outcome in words; empty for a partial result.
    public static String coming(Answer answer, int outcome) {
        if (answer.prospects().coming().isEmpty()) {
            return "";
        }
        var coming = answer.prospects().coming().get(outcome);
        String next = Double.isNaN(coming.first())
                ? " It is what holds at the start."
                : " It is the next to come, however long that takes, in " + Odds.in100(coming.first()) + " in 100.";
        return " At some time by then: " + Odds.in100(coming.ever()) + " in 100." + next
                + " Expected time in it by then: " + time(coming.time()) + " "
                + answer.about().clock().unit().word() + "s.";
    }

    /// Wall time: `0.4 s`, `75 s`.
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
    }
}
