package org.casus.app.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.app.run.Account;
import org.casus.app.run.Clean;
import org.casus.why.Blame;
import org.casus.why.Conduct;
import org.casus.why.Errors;
import org.casus.why.Sharper;
import org.casus.why.Undoing;

/// How much is error, whose, and what sharper play would make of it, in words.
public final class ErrorWords {

    private static final int PAIRS = 4;
    /// How often a crisis, and in what share of all times, a move must be undone for it to be said.
    private static final double OFTEN = 0.1;

    private static final double MOSTLY = 0.25;
    /// Shares below this are not worth a number.
    private static final double HARDLY = 0.0005;

    private static final String NO_ERROR = " All moves on them are their actors' best replies.";

    private final Account account;
    private final WhyWords words;

    public ErrorWords(Account account) {
        this.account = account;
        words = new WhyWords(account);
    }

    /// What was asked, sentence by sentence; none before errors are known.
    public List<String> sentences() {
        var said = new ArrayList<String>();
        account.errors().ifPresent(errors -> {
            Blame blame = errors.blame().get(account.about().outcome().index());
            if (blame.odds() > 0) {
                said.add(paths(errors, blame));
                said.add(first(blame));
                said.add(without(blame));
            }
        });
        account.sharper().map(this::sharper).ifPresent(said::add);
        return said.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private String paths(Errors errors, Blame blame) {
        String above = "a move that cost its actor more than " + CardWords.size(errors.above()) + " points";
        double best = blame.exact() / blame.odds();
        String exact =
                best <= 0 ? "" : " On " + WhyWords.percent(best) + " of them every move was its actor's best reply.";
        if (blame.share() < HARDLY) {
            String none = blame.clear() > 0 ? "Hardly any path that ends so has" : "No path that ends so has";
            return none + " a clear error on it, " + above + "." + (best > 1 - HARDLY ? NO_ERROR : exact);
        }
        String here = WhyWords.percent(blame.share());
        String all = WhyWords.percent(errors.share());
        String against = here.equals(all) ? "as many as" : blame.share() > errors.share() ? "more than" : "fewer than";
        return here + " of the paths that end so have a clear error on them, " + above + ": " + against + " the " + all
                + " of all paths." + exact;
    }

    private String first(Blame blame) {
        if (blame.share() < HARDLY) {
            return "";
        }
        var whose = IntStream.range(0, blame.first().size())
                .boxed()
                .filter(actor -> blame.first().get(actor) > 0.005 * blame.odds())
                .sorted(Comparator.comparingDouble(
                        (Integer actor) -> -blame.first().get(actor)))
                .limit(3)
                .map(actor -> words.actor(actor) + "'s in "
                        + WhyWords.percent(blame.first().get(actor) / blame.odds()))
                .toList();
        return whose.isEmpty() ? "" : "The first clear error was " + String.join(", ", whose) + " of these paths.";
    }

    private String without(Blame blame) {
        if (blame.share() < HARDLY) {
            return "";
        }
        var least = IntStream.range(0, blame.withoutOf().size())
                .boxed()
                .max(Comparator.comparingDouble(
                        (Integer actor) -> Math.abs(blame.withoutOf().get(actor) - blame.odds())))
                .orElseThrow();
        double all = blame.without() - blame.odds();
        double alone = blame.withoutOf().get(least) - blame.odds();
        boolean most = alone / all > 0.5;
        boolean any = Math.abs(alone) > 0.01 * blame.odds();
        return "If nobody made clear errors, all other play as it is, the odds would "
                + words.insteadOf(blame.without()) + "."
                + (any
                        ? (most
                                        ? " Most of that is " + words.actor(least) + "'s"
                                        : " No one actor accounts for it: the most " + words.actor(least) + "'s")
                                + ": without its clear errors alone they would "
                                + words.insteadOf(blame.withoutOf().get(least)) + "."
                        : "");
    }

    private String sharper(Sharper sharper) {
        int outcome = account.about().outcome().index();
        String odds = sharper.steps().stream()
                .map(step -> words.beside(step.odds().get(outcome))
                        + (step.times() == 1
                                ? " as it is"
                                : " with every point weighing " + Sentences.number(step.times())
                                        + " times as much with everybody"))
                .collect(Collectors.joining(", "));
        return "Odds as people err less: " + odds + "."
                + (sharper.lost()
                        ? " Beyond " + Sentences.number(sharper.reached()) + " times the solver lost the way."
                        : "");
    }

    /// A line for each actor: the price of its own errors, its moves, those worth less than waiting.
    List<List<String>> conduct() {
        return account.errors().map(Errors::conduct).orElse(List.of()).stream()
                .filter(one -> one.made() >= 0.001)
                .map(this::row)
                .toList();
    }

    private List<String> row(Conduct one) {
        return List.of(
                words.actor(one.actor()),
                CardWords.size(Math.max(0, one.price())),
                Sentences.times(one.made()),
                Math.round(100 * one.share()) + "%",
                Sentences.times(one.clear()));
    }

    /// Moves that undo each other often, a sentence each.
    public List<String> undoings() {
        return account.undoings().orElse(List.of()).stream()
                .filter(pair -> pair.undone() >= OFTEN && pair.share() >= MOSTLY)
                .limit(PAIRS)
                .map(this::undoing)
                .toList();
    }

    private String undoing(Undoing pair) {
        var moves = account.about().scenario().moves();
        return Clean.text(moves.get(pair.move()).id()) + " is undone by "
                + Clean.text(moves.get(pair.by()).id()) + " in " + WhyWords.percent(pair.share()) + " of the "
                + Sentences.times(pair.made()) + " times that a crisis sees it, on average.";
    }
}
