package org.casus.app.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.casus.app.run.Account;
import org.casus.app.run.Account.Card;
import org.casus.app.run.Clean;
import org.casus.scenario.Judgement;
import org.casus.why.Flip;
import org.casus.why.Flips;
import org.casus.why.Option;
import org.casus.why.Split;

/// A decision in words: what was chosen how often, what it is worth against what, for whose sake, and what would turn
/// it.
public final class CardWords {

    /// Interests named in a sentence.
    private static final int NAMED = 3;
    private static final double NOTHING = 0.005;

    private final Account account;
    private final WhyWords words;
    private final Function<List<Judgement>, String> names;

    /// Judgements by their paths, as `--set` takes them.
    public CardWords(Account account) {
        this(account, judgements -> "“" + MattersWords.name(judgements) + "”");
    }

    /// @param names what judgements that move together are called within a sentence
    public CardWords(Account account, Function<List<Judgement>, String> names) {
        this.account = account;
        this.names = names;
        words = new WhyWords(account);
    }

    /// What decisions these are.
    public String heading() {
        return account.cards().stream().anyMatch(card -> card.step().isPresent())
                ? "Decisions of the commonest storyline"
                : "Decisions that weigh most";
    }

    /// `Week 3. Russia: broker truce`.
    public String title(Card card) {
        String said = words.actor(card.decision().actor()) + ": " + words.option(card.chosen());
        if (card.step().isEmpty()) {
            return said;
        }
        var step = account.stories().lines().getFirst().steps().get(card.step().getAsInt());
        return words.moment(step) + ". " + said;
    }

    /// Where it is decided.
    public String where(Card card) {
        String when = words.when(card.when());
        return when.equals("always") ? "Decided on the board as it is at the start." : "Decided where " + when + ".";
    }

    /// How often each thing is done at a chance to act.
    public String odds(Card card) {
        var others = card.decision().options().stream()
                .filter(option -> option.play() != card.chosen().play() && option.odds() >= 0.05)
                .sorted(Comparator.comparingDouble((Option option) -> -option.odds()))
                .limit(NAMED)
                .map(option -> (option.waits() ? "wait" : WhyWords.quoted(words.option(option))) + " in "
                        + WhyWords.percent(option.odds()))
                .toList();
        return "Chosen in " + WhyWords.percent(card.chosen().odds()) + " of chances to act"
                + (others.isEmpty() ? "" : "; else " + String.join(", ", others)) + ".";
    }

    /// What it is worth against the best of the rest, and what that is made of.
    public String worth(Card card) {
        double difference = card.difference();
        String other = card.against().waits() ? "waiting" : WhyWords.quoted(words.option(card.against()));
        String split = split(card.split()) + ".";
        if (Math.abs(difference) < 0.0005) {
            return "Against " + other + " it is worth as much: " + split;
        }
        if (difference > 0) {
            return "Against " + other + " it is worth " + signed(difference) + " points: " + split
                    + (card.close() ? " Close: so small a difference often goes the other way." : "");
        }
        boolean clear =
                -difference > account.errors().map(errors -> errors.above()).orElse(Double.POSITIVE_INFINITY);
        return "It is worth " + size(-difference) + " points less than " + other + ", "
                + (clear ? "a clear error" : "a slip") + ": " + split;
    }

    /// `+2.0 from “wants peace”, −0.6 from “call costs”, +0.1 from the 4 others`.
    public String split(Split split) {
        List<Split.Part> large = split.largest(NAMED).stream()
                .filter(part -> Math.abs(part.points()) >= NOTHING)
                .toList();
        if (large.isEmpty()) {
            large = split.largest(1);
        }
        var said = new ArrayList<String>();
        double told = 0;
        for (Split.Part part : large) {
            told += part.points();
            said.add(signed(part.points()) + " from “"
                    + Clean.text(part.interest().name()) + "”");
        }
        int rest = split.parts().size() - large.size();
        double left = split.whole() - told;
        if (rest > 0 && Math.abs(left) >= 0.0005) {
            said.add(signed(left) + (rest == 1 ? " from one more" : " from the " + rest + " others"));
        }
        return String.join(", ", said);
    }

    /// What would turn it; empty where that was not asked.
    public String flips(Card card) {
        if (card.flips().isEmpty()) {
            return "";
        }
        Flips flips = card.flips().get();
        if (flips.turns().isEmpty()) {
            String lost = flips.lost().isEmpty()
                    ? ""
                    : " For " + name(flips.lost().getFirst()) + " that is not known: the solver lost its way.";
            var tested = flips.beyond().stream().filter(Flip.Beyond::tested).findFirst();
            return "No judgement that was tried turns it within its range, moved the way that brings it closer"
                    + tested.map(one -> "; the nearest, " + name(one) + ", does not")
                            .orElse("") + "." + lost;
        }
        var said = new ArrayList<String>();
        for (Flip.Turn turn : flips.turns()) {
            Judgement judgement = turn.judgements().getFirst();
            double now = turn.now().getFirst();
            double value = turn.value().getFirst();
            said.add(name(turn) + " " + (value > now ? "rises to " : "falls to ") + Spelling.at(judgement, value)
                    + " (now " + Spelling.at(judgement, now) + "; your range: " + Spelling.number(judgement) + ")");
        }
        return "Flips if " + String.join(", or if ", said) + ".";
    }

    private String name(Flip flip) {
        return names.apply(flip.judgements());
    }

    /// Every option with its worth over waiting, for a table.
    List<String> row(Card card, Option option) {
        return List.of(
                words.option(option),
                Odds.in100(option.odds()),
                option.waits() ? "" : signed(option.advantage()),
                signed(option.value() - card.decision().best().value()));
    }

    /// Points with their sign: to a tenth from 1 on, below to two digits that matter.
    public static String signed(double points) {
        String size = size(Math.abs(points));
        return size.equals("0") ? size : (points < 0 ? "−" : "+") + size;
    }

    /// Points without a sign.
    public static String size(double points) {
        if (points < 0.0005) {
            return "0";
        }
        return String.format(Locale.ROOT, points >= 0.995 ? "%.1f" : points >= 0.0995 ? "%.2f" : "%.3f", points);
    }
}
