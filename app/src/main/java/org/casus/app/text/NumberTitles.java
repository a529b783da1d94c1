package org.casus.app.text;

import java.util.List;
import java.util.Optional;
import org.casus.app.run.Clean;
import org.casus.scenario.Actor;
import org.casus.scenario.Agreement;
import org.casus.scenario.Chance;
import org.casus.scenario.Commitment;
import org.casus.scenario.Judgement;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;
import org.casus.scenario.Worth;

/// What each number is about, for people: `What Turkey loses while ankara is air-force`.
public final class NumberTitles {

    private static final String ANYONE = "anyone";

    private final Scenario scenario;

    public NumberTitles(Scenario scenario) {
        this.scenario = scenario;
    }

    /// The title of a number; its path where there is nothing better.
    public String of(Judgement judgement) {
        String id = judgement.id();
        return Clean.text(defaults(id)
                .or(() -> actor(id))
                .or(() -> move(id))
                .or(() -> chance(id))
                .or(() -> commitment(id))
                .or(() -> agreement(id))
                .orElse(id));
    }

    /// To whom or what it belongs: the id of an actor, or `everybody`, `chance`, `commitments`, `agreements`.
    public String group(Judgement judgement) {
        String first = judgement.id().split(" ", 2)[0];
        int stroke = first.indexOf('/');
        if (stroke > 0) {
            return first.substring(0, stroke);
        }
        if (first.equals("defaults")) {
            return "everybody";
        }
        if (scenario.actors().stream().anyMatch(one -> one.id().equals(first))) {
            return first;
        }
        if (scenario.commitments().stream().anyMatch(one -> one.id().equals(first))) {
            return "commitments";
        }
        return scenario.agreements().stream().anyMatch(one -> one.id().equals(first)) ? "agreements" : "chance";
    }

    /// A title, or an id as words where there is none.
    public static String title(String id, String title) {
        return title.equals(id) ? capital(id.replace('-', ' ')) : title;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static Optional<String> after(String id, String owner) {
        return id.startsWith(owner + " ") ? Optional.of(id.substring(owner.length() + 1)) : Optional.empty();
    }

    private static Optional<String> defaults(String id) {
        return after(id, "defaults").flatMap(key -> dial(key, ANYONE));
    }

    private static Optional<String> dial(String key, String who) {
        return switch (key) {
            case "acts" -> Optional.of("How fast " + who + " can act");
            case "drifts" -> Optional.of("How often " + who + " makes a move worth nothing either way");
            case "looks ahead" -> Optional.of("How far ahead " + who + " looks");
            case "sharpness" -> Optional.of("How sharply " + who + " chooses");
            default -> Optional.empty();
        };
    }

    private static String name(Actor actor) {
        return title(actor.id(), actor.title());
    }

    private String actorNamed(String id) {
        return scenario.actors().stream()
                .filter(actor -> actor.id().equals(id))
                .map(NumberTitles::name)
                .findFirst()
                .orElse(id);
    }

    private Optional<String> actor(String id) {
        for (Actor actor : scenario.actors()) {
            Optional<String> key = after(id, actor.id());
            if (key.isPresent()) {
                return dial(key.get(), name(actor)).or(() -> worth(actor, key.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> worth(Actor actor, String label) {
        return actor.worths().stream()
                .filter(worth -> worth.label().equals(label))
                .findFirst()
                .map(worth -> "What " + name(actor) + (worth.kind() == Worth.Kind.WANT ? " gains" : " loses")
                        + " while " + worth.when().text());
    }

    private Optional<String> move(String id) {
        for (Move move : scenario.moves()) {
            Optional<String> key = move.origin() == Move.Origin.STATED ? after(id, move.id()) : Optional.empty();
            if (key.isPresent()) {
                Actor actor = scenario.actors().get(move.actor());
                String verb = move.id().substring(move.id().indexOf('/') + 1);
                String what = "“" + title(verb, move.title()) + "”";
                String whose = what + " by " + name(actor);
                return leads(key.get(), whose).or(() -> switch (key.get().split(" ", 2)[0]) {
                    case "costs" -> Optional.of("Price of " + whose + during(key.get(), "costs"));
                    case "odds" -> Optional.of("Odds that " + whose + " succeeds");
                    default -> Optional.empty();
                });
            }
        }
        return Optional.empty();
    }

    private static Optional<String> leads(String key, String what) {
        return after(key, "then")
                .map(effect -> "Odds that " + what + " leads to " + effect)
                .or(() -> after(key, "else").map(effect -> "Odds that " + what + ", failing, leads to " + effect));
    }

    /// ` while CONDITION` where prices stand by condition.
    private static String during(String key, String word) {
        return after(key, word)
                .filter(when -> !when.equals("always"))
                .map(when -> " while " + when)
                .orElse("");
    }

    private Optional<String> chance(String id) {
        for (Chance event : scenario.chance()) {
            Optional<String> key = event.origin() == Chance.Origin.STATED ? after(id, event.id()) : Optional.empty();
            if (key.isPresent()) {
                String what = "“" + title(event.id(), event.title()) + "”";
                return leads(key.get(), what)
                        .or(() -> after(key.get(), "times")
                                .map(when -> "How many times as likely " + what + " is while " + when))
                        .or(() -> Optional.of("How often " + what + " happens"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> commitment(String id) {
        for (Commitment one : scenario.commitments()) {
            Optional<String> key = after(id, one.id());
            if (key.isPresent()) {
                String what = "“" + title(one.id(), one.title()) + "”";
                String who = name(scenario.actors().get(one.binds()));
                return switch (key.get()) {
                    case "answer within" -> Optional.of("How soon " + who + " must answer for " + what);
                    case "breaking costs" -> Optional.of("What breaking " + what + " costs " + who);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private Optional<String> agreement(String id) {
        for (Agreement one : scenario.agreements()) {
            Optional<String> key = after(id, one.id());
            if (key.isPresent()) {
                String what = "“" + title(one.id(), one.title()) + "”";
                List<String> words = List.of(key.get().split(" "));
                String rest = String.join(" ", words.subList(Math.min(words.size(), 2), words.size()));
                return after(key.get(), "brokers")
                        .map(actor -> "Odds that an attempt of " + actorNamed(actor) + " brings an offer of " + what)
                        .or(() -> priced(rest, "What brokering " + what + " costs ", key.get(), "brokering costs"))
                        .or(() -> priced(rest, "What signing " + what + " costs ", key.get(), "signing costs"))
                        .or(() -> key.get().equals("lapses")
                                ? Optional.of("How often an offer of " + what + " lapses")
                                : leads(key.get(), what));
            }
        }
        return Optional.empty();
    }

    private Optional<String> priced(String rest, String start, String key, String words) {
        if (after(key, words).isEmpty()) {
            return Optional.empty();
        }
        String actor = rest.split(" ", 2)[0];
        return Optional.of(start + actorNamed(actor) + during(rest, actor));
    }
}
