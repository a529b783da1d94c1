package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.casus.app.run.Matters;
import org.casus.app.run.Target;
import org.casus.scenario.Choice;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.study.Band;

/// What is said of what matters, in words: shared by all that tells it.
public final class MattersWords {

    private final Matters matters;
    private final Target target;

    public MattersWords(Matters matters) {
        this.matters = matters;
        this.target = matters.about().target();
    }

    /// The unit in which changes are read.
    public String unit() {
        return target.isOdds() ? "points" : target.unit();
    }

    /// What was asked about and its value, then what moves it most.
    List<String> finding() {
        var about = matters.about();
        String when = Sentences.span(about.clock().horizon(), about.clock().unit());
        var said = new ArrayList<String>();
        if (Double.isNaN(matters.value())) {
            return List.of("“" + target.title() + "” has no value here: it asks about boards that are never met.");
        }
        String middle = ", with every judgement at its middle.";
        said.add(
                switch (target.kind()) {
                    case OUTCOME ->
                        "After " + when + ", " + Odds.frequency(matters.value()) + " such crises stand at “"
                                + target.title() + "”" + middle;
                    case SCORE -> "“" + target.title() + "” is " + value(matters.value()) + " by " + when + middle;
                    case CLAIM ->
                        target.isDifference()
                                ? "The two sides of “" + target.title() + "” differ by " + signed(matters.value()) + " "
                                        + unit() + middle
                                : "What “" + target.title() + "” asks about is " + value(matters.value()) + middle;
                });
        matters.spread()
                .filter(spread -> spread.failed() < spread.worlds())
                .ifPresent(spread -> said.add("Across your ranges: " + band(spread.band()) + "."));
        said.add(most());
        return said;
    }

    /// The judgement that could move it most, by its path, and how far.
    public String most() {
        return most(judgements -> "“" + judgements.getFirst().id() + "”" + others(judgements));
    }

    /// The same.
    ///
    /// @param names what judgements that move together are called within a sentence
    public String most(Function<List<Judgement>, String> names) {
        if (matters.bars().isEmpty()) {
            return matters.slopes().stream()
                            .noneMatch(slope -> slope.judgement().isRange())
                    ? "No judgement has a range, so there is nothing to be wrong about."
                    : "No judgement moves it.";
        }
        var bar = matters.byReach().getFirst();
        return "What could move it most is " + names.apply(bar.judgements()) + " (" + source(bar) + "): " + ends(bar)
                + ".";
    }

    /// `−20.1 at its low end, +15.2 at its high end`, re-solved where that was done.
    private String ends(Matters.Bar bar) {
        return signed(bar.low()) + " " + unit() + " at its low end, " + signed(bar.high()) + " at its high end"
                + (bar.resolved() ? "" : ", to first order");
    }

    /// The value of what was asked: `43 in 100`, `3.2 weeks`.
    private String value(double value) {
        return target.isOdds() ? Odds.in100(value) + " in 100" : plain(value) + " " + target.unit();
    }

    /// Median and middle 90% of the worlds.
    String band(Band band) {
        if (target.isDifference()) {
            return signed(band.median()) + " " + unit() + " in the median world, " + signed(band.p5()) + " to "
                    + signed(band.p95()) + " in the middle 90% of worlds";
        }
        return target.isOdds()
                ? Odds.in100(band.median()) + " in 100 in the median world, " + Odds.in100(band.p5()) + " to "
                        + Odds.in100(band.p95()) + " in the middle 90% of worlds"
                : plain(band.median()) + " " + target.unit() + " in the median world, " + plain(band.p5()) + " to "
                        + plain(band.p95()) + " in the middle 90% of worlds";
    }

    /// The path of a judgement; of a group its first, and how many move with it.
    public static String name(List<Judgement> judgements) {
        String first = judgements.getFirst().id();
        return first + others(judgements);
    }

    /// ` and 2 together with it`; empty for one.
    public static String others(List<Judgement> judgements) {
        return judgements.size() == 1 ? "" : " and " + (judgements.size() - 1) + " together with it";
    }

    /// Where its numbers come from.
    public static String source(Matters.Bar bar) {
        String first = Spelling.source(bar.judgements().getFirst());
        boolean alike =
                bar.judgements().stream().allMatch(one -> Spelling.source(one).equals(first));
        return alike ? first : bar.guessed() ? "guesses among them" : "several sources";
    }

    /// `20% to 40% around 30%, middle 30%`.
    public static String range(Matters.Bar bar) {
        Judgement judgement = bar.judgements().getFirst();
        String middle = judgement.around().isPresent() ? "" : ", middle " + Spelling.middle(judgement);
        return Spelling.number(judgement) + middle;
    }

    /// Change for one unit as written: `+1.2 points for 1%`.
    String slope(Matters.Bar bar) {
        Judgement judgement = bar.judgements().getFirst();
        double slope = matters.slope(bar);
        boolean share = switch (judgement.measure().form()) {
            case SHARE, SHARE_EACH -> true;
            case NUMBER, EVERY, POINTS_EACH -> false;
        };
        return signed(share ? slope / 100 : slope) + " " + unit() + " for " + one(judgement.measure(), share);
    }

    private static String one(Measure measure, boolean share) {
        String unit = measure.unit().isEmpty() ? "" : " " + measure.unit();
        boolean length = measure.form() == Measure.Form.EVERY;
        return share ? "1%" + unit : "1" + (length ? unit.replaceFirst("s$", "") : unit);
    }

    /// What worlds and re-solved ends add about a bar; empty where there is nothing.
    Optional<String> more(Matters.Bar bar) {
        var parts = new ArrayList<String>();
        bar.exact()
                .ifPresent(exact -> parts.add("re-solved " + signed(exact.atLow()) + " and " + signed(exact.atHigh())));
        matters.spread()
                .ifPresent(spread -> parts.add(matters.index(bar)
                        .map(index -> String.format(
                                Locale.ROOT,
                                "index %.2f alone, %.2f with others; learning it narrows the band by %s",
                                index.first(),
                                index.total(),
                                percent(Math.max(0, index.learning()))))
                        .orElse("no index that can be told from none")));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    /// How many judgements the rest of the bars are, and what the widest of them does.
    Optional<String> rest(int shown) {
        if (matters.bars().size() <= shown) {
            return Optional.empty();
        }
        var next = matters.bars().get(shown);
        int rest = matters.bars().size() - shown;
        return Optional.of((rest == 1 ? "One more moves it by " : rest + " more move it by at most ")
                + plain(Math.abs(next.swing()) * (target.isOdds() ? 100 : 1)) + " " + unit()
                + " from end to end; --json lists every slope.");
    }

    /// Guess weight, exactness, and what slopes cannot say.
    public List<String> notes() {
        return notes("--worlds 256 measures it.");
    }

    /// The same on a page, which has no options but a picker of worlds.
    public List<String> pageNotes() {
        return notes("Worlds measure it: 64 or more.");
    }

    private List<String> notes(String measured) {
        var notes = new ArrayList<String>();
        matters.spread().ifPresent(spread -> {
            long guesses = matters.slopes().stream()
                    .map(Matters.Slope::judgement)
                    .filter(judgement -> judgement.isRange() && Matters.guessed(judgement))
                    .count();
            notes.add(
                    Double.isNaN(spread.guessWeight())
                            ? "The worlds explain nothing of the spread, so it cannot be said what rests on guesses."
                            : "Guess weight: " + Sentences.count(guesses, "guess", "guesses") + " carry "
                                    + percent(spread.guessWeight()) + " of the spread that " + spread.worlds()
                                    + " worlds explain, which is " + percent(spread.explained()) + " of it.");
        });
        if (matters.spread().isEmpty() && !Double.isNaN(matters.guessShare())) {
            notes.add("Guess weight: guesses carry " + percent(matters.guessShare()) + " of the spread to first order. "
                    + measured);
        }
        var figures = matters.figures();
        notes.add("All " + matters.slopes().size() + " slopes come from "
                + (target.isDifference() ? "two adjoint solves, residual at most " : "one adjoint solve, residual ")
                + Sentences.scientific(figures.residual()) + ", " + figures.products() + " products, over "
                + Sentences.count(figures.states(), "state") + ".");
        notes.add("Slopes hold at the middle; bars are straight lines from there." + kinks());
        return notes;
    }

    /// Under *intentions*, where a move becomes worth as much as waiting: in how many re-solved bars that was, where it
    /// was counted.
    private String kinks() {
        if (matters.about().choice() != Choice.INTENTIONS) {
            return "";
        }
        String kink =
                " Where a move becomes worth as much as waiting there is a kink, and beyond it a slope is another";
        if (!matters.kinksCounted()) {
            return kink + ".";
        }
        return kink
                + (matters.kinked() == 0
                        ? "; there is none on the way to the re-solved ends."
                        : "; there is one on the way in " + matters.kinked() + " of the " + matters.resolved()
                                + " re-solved bars, whose ends are no test of the slope.");
    }

    /// Version, hash, policy, seed: what makes this repeatable.
    String stamp() {
        var about = matters.about();
        return "casus " + about.version() + " · " + about.scenario() + " "
                + about.hash().substring(0, Math.min(12, about.hash().length())) + " · " + setting() + " · seed "
                + about.seed();
    }

    /// What the sides are read under: `as-is`, `watched against as-is`.
    String setting() {
        var about = matters.about();
        return about.policy()
                + about.against().map(other -> " against " + other).orElse("");
    }

    /// A change with its sign, odds in points: `−20.1`, `+0.3`, `0`.
    public String signed(double change) {
        if (Double.isNaN(change)) {
            return "?";
        }
        double value = target.isOdds() ? change * 100 : change;
        String digits = plain(Math.abs(value));
        return digits.equals("0") ? digits : (value < 0 ? "−" : "+") + digits;
    }

    /// To a tenth from 1 on, below to two digits that matter.
    private static String plain(double value) {
        if (value == 0 || Math.abs(value) >= 0.995) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.1f", value);
        }
        if (Math.abs(value) < 0.0005) {
            return "0";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 0.0995 ? "%.3f" : "%.2f", value);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
