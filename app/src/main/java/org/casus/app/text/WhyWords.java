package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.app.run.Account;
import org.casus.app.run.Clean;
import org.casus.scenario.Condition;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.TimeUnit;
import org.casus.story.Change;
import org.casus.story.Detour;
import org.casus.story.Lanes;
import org.casus.story.Maker;
import org.casus.story.Step;
import org.casus.story.Storyline;
import org.casus.why.Option;
import org.casus.why.Pivot;

/// What is said of how an outcome comes about, in words: shared by all that tells it.
public final class WhyWords {

    /// By how much a step must change the odds of the end for it to be said.
    private static final double TELLING = 1.5;

    private final Account account;
    private final Scenario scenario;
    private final Spelling spelling;
    private final TimeUnit unit;

    public WhyWords(Account account) {
        this.account = account;
        scenario = account.about().scenario();
        spelling = new Spelling(scenario);
        unit = scenario.clock().unit();
    }

    /// The odds, and in how many ways it comes about.
    public List<String> finding() {
        return finding(" It is the likeliest outcome; --outcome asks about another.");
    }

    /// The same.
    ///
    /// @param likeliest what is said where it was taken for being the likeliest, with a blank before it
    public List<String> finding(String likeliest) {
        var said = new ArrayList<String>();
        var about = account.about();
        double odds = account.stories().odds();
        String title = "“" + Clean.text(about.outcome().title()) + "”";
        String after = "After " + Sentences.span(scenario.clock().horizon(), unit) + ", ";
        if (odds <= 0) {
            said.add(after + "no such crisis stands at " + title
                    + ": if it can come about at all, its odds are next to none.");
            return said;
        }
        said.add(after + RareOdds.often(odds) + " such crises stand at " + title
                + ", with every judgement at its middle."
                + (about.likeliest() ? likeliest : ""));
        var lines = account.stories().lines();
        if (lines.isEmpty()) {
            said.add(
                    account.stories().runs().isEmpty()
                            ? "That is too rare to tell stories of."
                            : "No way in which it comes about is as common as 1 in 100 of the others.");
        } else {
            said.add(ways(lines));
        }
        return said;
    }

    private String ways(List<Storyline> lines) {
        double first = lines.getFirst().share();
        double told = 1 - account.stories().other();
        if (lines.size() == 1) {
            return (first > 0.9995 ? "All" : "Of") + " the runs that end so"
                    + (first > 0.9995 ? " go one way." : ", " + percent(first) + " go one way, the others many.");
        }
        return (told > 0.9995 ? "All the runs that end so" : "Of the runs that end so, " + percent(told))
                + " go one of " + lines.size() + " ways; " + percent(first) + " go the commonest.";
    }

    /// `all`, or how many in 100.
    public static String these(double share) {
        return share > 0.9995 ? "all" : Odds.in100(share) + " of 100";
    }

    /// Odds to stand beside those of the outcome, out of as many.
    String beside(double odds) {
        double own = account.stories().odds();
        return own > 0 && own < 0.0005 && odds > 0 && odds < 0.1 ? RareOdds.beside(odds, own) : RareOdds.in100(odds);
    }

    /// `instead of …`, or that it stays.
    String insteadOf(double odds) {
        String now = beside(account.stories().odds());
        String then = beside(odds);
        return now.equals(then) ? "stay at " + now : "be " + then + " instead of " + now;
    }

    /// `82%`, `1.4%`.
    static String percent(double share) {
        return Odds.in100(share) + "%";
    }

    /// Where the runs come from.
    String runs() {
        return String.format(Locale.ROOT, "%,d runs", account.about().runs())
                + ", each drawn on condition that it ends so: an exact draw, which takes no more runs for rare ends.";
    }

    /// `Week 3`, with the stretch in which most do it.
    String moment(Step step) {
        String word = unit.word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + time(step.t()) + " ("
                + time(step.early()) + "–" + time(step.late()) + ")";
    }

    private static String time(double t) {
        return String.format(Locale.ROOT, t < 9.95 ? "%.1f" : "%.0f", t).replaceAll("\\.0$", "");
    }

    /// `war to truce and line to districts`.
    public String changes(Step step) {
        return step.what().stream()
                .map(change -> row(change) + " to " + level(change, change.to()))
                .collect(Collectors.joining(" and "));
    }

    private String row(Change change) {
        return scenario.rows().get(change.row()).id();
    }

    private String level(Change change, int level) {
        return scenario.rows().get(change.row()).levels().get(level);
    }

    /// Who makes it: `Russia: broker truce, 82%; or chance: it lapses, 18%`.
    String by(Step step) {
        var all = step.by().stream().filter(by -> by.share() >= 0.1).limit(3).toList();
        if (all.isEmpty()) {
            all = step.by().subList(0, 1);
        }
        boolean alone = all.size() == 1 && all.getFirst().share() > 0.995;
        return all.stream()
                .map(by -> maker(by.maker()) + (alone ? "" : ", " + percent(by.share())))
                .collect(Collectors.joining("; or "));
    }

    /// `Russia: broker truce`, `chance: a truce lapses`.
    public String maker(Maker maker) {
        return switch (maker) {
            case Maker.Actor(int actor, int move) -> actor(actor) + ": " + move(move);
            case Maker.Chance(int event) ->
                "chance: " + Clean.text(scenario.chance().get(event).title());
        };
    }

    String actor(int actor) {
        String title = Clean.text(scenario.actors().get(actor).title());
        return title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    String move(int move) {
        return Clean.text(scenario.moves().get(move).title());
    }

    String option(Option option) {
        return option.move().isPresent() ? move(option.move().getAsInt()) : "wait";
    }

    /// One step: when, what, by whom, and what it does to the odds.
    public String step(Step step) {
        String signed = step.agreement().isEmpty()
                ? ""
                : " That signs “"
                        + Clean.text(scenario.agreements()
                                .get(step.agreement().getAsInt())
                                .title())
                        + "”.";
        return moment(step) + ": " + changes(step) + ". " + sentence(by(step)) + "." + signed + lift(step.lift());
    }

    private static String lift(double lift) {
        return lift >= TELLING
                ? " The end is then " + times(lift) + " times as likely."
                : lift <= 1 / TELLING ? " The end is then " + times(1 / lift) + " times less likely." : "";
    }

    private static String sentence(String said) {
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private static String times(double times) {
        return String.format(Locale.ROOT, times < 9.95 ? "%.1f" : "%,.0f", times);
    }

    /// How often it is so, and how near others come.
    public String share(Storyline line) {
        return percent(line.share()) + " of these runs"
                + (!percent(line.share()).equals(percent(line.exactly()))
                        ? ", " + percent(line.exactly()) + " step by step"
                        : "");
    }

    /// What came to nothing on the way; empty where nothing does often.
    public String detours(Storyline line) {
        if (line.detours().isEmpty()) {
            return "";
        }
        return "On the way, and undone again: "
                + line.detours().stream().limit(3).map(this::detour).collect(Collectors.joining(", ")) + ".";
    }

    private String detour(Detour detour) {
        Change change = detour.what();
        return row(change) + " from " + level(change, change.from()) + " to " + level(change, change.to()) + " "
                + times(detour.times()) + " times a run";
    }

    /// A condition in the language's words: `always` for none.
    public String when(Condition condition) {
        return spelling.condition(condition);
    }

    /// Whose choice of what, and where: `Turkey: step up, when war is truce`.
    public String pivotTitle(Pivot pivot) {
        String where = pivot.when().isEmpty() ? "" : ", when " + when(pivot.condition());
        return actor(pivot.actor()) + ": " + move(pivot.move()) + where;
    }

    /// What that choice does to the odds.
    public String pivotSays(Pivot pivot) {
        double odds = account.stories().odds();
        boolean up = pivot.effect() > 0;
        boolean both = up == pivot.without() < odds;
        return (both ? up ? "Carries it" : "Keeps it down" : "Cuts both ways")
                + ": if it were never made there, all other play as it is, the "
                + "odds would " + insteadOf(pivot.without()) + ". A tenth more often, and they "
                + (up ? "rise" : "fall") + " by "
                + percent(Math.abs(pivot.effect()) * 0.1 / odds) + " of their size. "
                + "However it ends, it is made there " + Sentences.times(pivot.made()) + " times a run on average.";
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /// A lane in words: `line: foothills, from week 4 districts`.
    public String lane(Row row, Lanes lanes) {
        return row.id() + ": "
                + LaneChart.stretches(lanes.share()[row.index()]).stream()
                        .map(stretch -> (stretch.from() == 0
                                        ? ""
                                        : "from " + unit.word() + " " + time(lanes.times()[stretch.from()]) + " ")
                                + row.levels().get(stretch.level()))
                        .collect(Collectors.joining(", "));
    }

    /// The rows that move in the largest storyline, in the order of the board: those of its steps, and those of the
    /// board whose commonest level changes.
    public List<Row> lanes() {
        var lines = account.stories().lines();
        if (lines.isEmpty() || account.lanes().isEmpty()) {
            return List.of();
        }
        var told = lines.getFirst().steps().stream()
                .flatMap(step -> step.what().stream())
                .map(Change::row)
                .toList();
        var share = account.lanes().get().share();
        return scenario.rows().stream()
                .filter(row -> told.contains(row.index())
                        || (row.kind() == Row.Kind.BOARD && LaneChart.moves(share[row.index()])))
                .toList();
    }
}
