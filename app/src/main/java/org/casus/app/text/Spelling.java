package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.scenario.Condition;
import org.casus.scenario.Effect;
import org.casus.scenario.Judgement;
import org.casus.scenario.Leads;
import org.casus.scenario.Measure;
import org.casus.scenario.Move;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// What the compiler understood, back in the words of the language: conditions and effects over rows and
/// levels.
public final class Spelling {

    private final List<Row> rows;

    public Spelling(Scenario scenario) {
        this.rows = scenario.rows();
    }

    /// A condition with every name resolved: `war is offensive and (line at least districts or soil is
    /// struck)`.
    public String condition(Condition condition) {
        return switch (condition) {
            case Condition.On(int row, long mask) -> on(rows.get(row), mask);
            case Condition.Not(Condition operand) -> "not " + bracketed(operand);
            case Condition.All(List<Condition> operands) -> joined(operands, " and ", "always");
            case Condition.Any(List<Condition> operands) -> joined(operands, " or ", "never");
        };
    }

    private String joined(List<Condition> operands, String word, String none) {
        if (operands.isEmpty()) {
            return none;
        }
        if (operands.size() == 1) {
            return condition(operands.getFirst());
        }
        return operands.stream().map(this::bracketed).collect(Collectors.joining(word));
    }

    private String bracketed(Condition condition) {
        boolean several = switch (condition) {
            case Condition.All(List<Condition> operands) -> operands.size() > 1;
            case Condition.Any(List<Condition> operands) -> operands.size() > 1;
            case Condition.On on -> false;
            case Condition.Not not -> false;
        };
        return several ? "(" + condition(condition) + ")" : condition(condition);
    }

    private static String on(Row row, long mask) {
        int n = row.levels().size();
        var in = new ArrayList<Integer>();
        for (int level = 0; level < n; level++) {
            if ((mask >>> level & 1) != 0) {
                in.add(level);
            }
        }
        if (in.isEmpty()) {
            return "never";
        }
        if (in.size() == n) {
            return "always";
        }
        boolean run = in.getLast() - in.getFirst() == in.size() - 1 && in.size() > 1;
        if (row.ordered() && run && in.getLast() == n - 1) {
            return row.id() + " at least " + row.levels().get(in.getFirst());
        }
        if (row.ordered() && run && in.getFirst() == 0) {
            return row.id() + " at most " + row.levels().get(in.getLast());
        }
        if (in.size() > 1 && in.size() == n - 1) {
            return row.id() + " is not "
                    + row.levels().stream()
                            .filter(level -> !in.contains(row.levels().indexOf(level)))
                            .collect(Collectors.joining(" or "));
        }
        return row.id() + " is " + in.stream().map(row.levels()::get).collect(Collectors.joining(" or "));
    }

    /// Effects in order: `line up 1 and truce to none`, or `nothing`.
    public String effects(List<Effect> effects) {
        return effects.isEmpty()
                ? "nothing"
                : effects.stream().map(this::effect).collect(Collectors.joining(" and "));
    }

    private String effect(Effect effect) {
        Row row = rows.get(effect.row());
        return switch (effect) {
            case Effect.To(int r, int level) -> row.id() + " to " + row.levels().get(level);
            case Effect.Shift(int r, int by) -> row.id() + (by > 0 ? " up " + by : " down " + -by);
            case Effect.Leave(int r, long from, int level) -> {
                String to = row.id() + " to " + row.levels().get(level);
                long elsewhere = (1L << row.levels().size()) - 1 & ~(1L << level);
                yield (from & elsewhere) == elsewhere ? to : to + " if " + on(row, from);
            }
        };
    }

    /// Branches with their odds: `60% to 80%: clash down 1; rest: nothing`.
    public String branches(List<Leads.Branch> branches) {
        if (branches.size() == 1) {
            return effects(branches.getFirst().effects());
        }
        return branches.stream()
                .map(branch -> branch.odds().map(Spelling::number).orElse("rest") + ": " + effects(branch.effects()))
                .collect(Collectors.joining("; "));
    }

    /// Where something leads: `war to truce`, or `80%: war to truce; else nothing`.
    public String leads(Leads leads) {
        if (leads.odds().isEmpty()) {
            return branches(leads.then());
        }
        return "with odds " + number(leads.odds().get()) + ": " + branches(leads.then()) + "; else "
                + branches(leads.otherwise());
    }

    /// Where a move leads, case by case: `if CONDITION: …; else …`.
    public String leads(Move move) {
        var text = new StringBuilder();
        for (Move.Case one : move.cases()) {
            boolean last = one.equals(move.cases().getLast());
            text.append(last ? "" : "if " + condition(one.when()) + ": ")
                    .append(leads(one.leads()))
                    .append(last ? "" : "; else ");
        }
        return text.toString();
    }

    /// A judgement's number as one would write it: `3 to 6 around 4`, `20% to 40% each week`, `every 1 to 3
    /// months`.
    public static String number(Judgement judgement) {
        var measure = judgement.measure();
        String range = one(measure, judgement.low());
        if (judgement.isRange()) {
            range += " to " + one(measure, judgement.high());
        }
        if (judgement.around().isPresent()) {
            range += " around " + one(measure, judgement.around().getAsDouble());
        }
        return withUnit(judgement, range);
    }

    /// A rate, however it is written: `20% to 40% each week`, `every 3 weeks`.
    public static String rate(Judgement judgement) {
        String number = number(judgement);
        boolean bare = judgement.measure().form() == Measure.Form.EVERY && !number.startsWith("every");
        return bare ? "every " + number : number;
    }

    /// The middle value, as one would write it.
    public static String middle(Judgement judgement) {
        return withUnit(judgement, one(judgement.measure(), judgement.middle()));
    }

    /// Any value of it, as one would write it.
    public static String at(Judgement judgement, double value) {
        return withUnit(judgement, one(judgement.measure(), value));
    }

    private static String withUnit(Judgement judgement, String range) {
        var measure = judgement.measure();
        String unit = measure.unit().isEmpty() ? "" : " " + measure.unit();
        boolean length =
                judgement.id().endsWith("looks ahead") || judgement.id().endsWith("answer within");
        if (measure.form() != Measure.Form.EVERY || length) {
            return range + unit;
        }
        return range.equals("1") ? "every" + unit : "every " + range + unit;
    }

    private static String one(Measure measure, double value) {
        return switch (measure.form()) {
            case NUMBER, EVERY, POINTS_EACH -> digits(value);
            case SHARE, SHARE_EACH -> digits(value * 100) + "%";
        };
    }

    /// Where a number comes from: `article p4`, `a guess`, `no source`.
    public static String source(Judgement judgement) {
        if (judgement.per().isEmpty()) {
            return "no source";
        }
        return judgement.isGuess()
                ? "a guess"
                : judgement.per().get() + judgement.at().map(at -> " " + at).orElse("");
    }

    /// At most four digits that matter, no needless zeros.
    public static String digits(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros();
        return rounded.abs().doubleValue() >= 1e-4
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.1e", value);
    }
}
