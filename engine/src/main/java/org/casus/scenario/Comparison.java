package org.casus.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/// Holds a scenario against itself with two actors exchanged, part by part, and ties the numbers that become
/// each other.
final class Comparison {

    /// Where a scenario is not the same with two actors exchanged.
    ///
    /// @param what a sentence without its beginning
    /// @param wanted a sentence, or empty
    record Difference(Position position, String what, String wanted) {}

    /// A number behind what it belongs to in words of [Mirror].
    private record Entry(String key, String said, Optional<Judgement> judgement) {}

    private final Scenario scenario;
    private final Exchange exchange;
    private final Ties ties;
    private final Consumer<Difference> differ;
    private final Mirror here;
    private final Mirror mirrored;

    Comparison(Scenario scenario, Exchange exchange, Ties ties, Consumer<Difference> differ) {
        this.scenario = scenario;
        this.exchange = exchange;
        this.ties = ties;
        this.differ = differ;
        here = new Mirror(scenario.rows(), Optional.empty());
        mirrored = new Mirror(scenario.rows(), Optional.of(exchange));
    }

    /// @param renamed a name with the two actors' names exchanged in it
    void run(UnaryOperator<String> renamed) {
        for (Row row : scenario.rows()) {
            if (!row(row, scenario.rows().get(exchange.row(row.index())))) {
                return;
            }
        }
        each(scenario.actors(), exchange::actor, this::actor);
        each(scenario.moves(), exchange::move, this::move);
        each(scenario.chance(), exchange::event, this::event);
        new Impartial(scenario, exchange, differ, renamed).run();
    }

    /// Each pair once: the other way round shows the same.
    private static <T> void each(List<T> all, IntUnaryOperator counterpart, BiConsumer<T, T> compare) {
        for (int k = 0; k < all.size(); k++) {
            if (counterpart.applyAsInt(k) >= k) {
                compare.accept(all.get(k), all.get(counterpart.applyAsInt(k)));
            }
        }
    }

    private boolean row(Row row, Row other) {
        boolean same = row.levels().size() == other.levels().size()
                && other.start() == exchange.level(row.index(), row.start())
                && row.ordered() == other.ordered();
        if (!same) {
            differ.accept(new Difference(
                    other.position(),
                    "the rows " + pair(row.id(), other.id()) + " have other levels or another start.",
                    ""));
        }
        return same;
    }

    private void actor(Actor actor, Actor other) {
        number(actor.acts(), other.acts(), other.position());
        number(actor.drifts(), other.drifts(), other.position());
        number(actor.looksAhead(), other.looksAhead(), other.position());
        number(actor.sharpness(), other.sharpness(), other.position());
        match(
                worths(actor, mirrored),
                worths(other, here),
                Say.quoted(other.id()) + " wants and fears",
                other.position());
    }

    private static List<Entry> worths(Actor actor, Mirror mirror) {
        return actor.worths().stream()
                .map(worth -> new Entry(
                        worth.sign() + " " + worth.kind() + " "
                                + worth.points().measure().form() + " "
                                + mirror.of(worth.when().test()),
                        worth.points().id(),
                        Optional.of(worth.points())))
                .toList();
    }

    private void move(Move move, Move other) {
        String name = Say.quoted(other.id());
        boolean same = other.actor() == exchange.actor(move.actor())
                && move.dormant() == other.dormant()
                && move.cases().size() == other.cases().size();
        if (!same
                || !mirrored.of(move.when().test()).equals(here.of(other.when().test()))) {
            unlike(move.id(), other.id(), "are open under other conditions", other.position());
            return;
        }
        match(prices(move, mirrored), prices(other, here), name + " costs", other.position());
        for (int k = 0; k < move.cases().size(); k++) {
            Move.Case one = move.cases().get(k);
            Move.Case two = other.cases().get(k);
            if (!mirrored.of(one.when()).equals(here.of(two.when()))) {
                unlike(move.id(), other.id(), "lead elsewhere", other.position());
            }
            leads(one.leads(), two.leads(), move.id(), other.id(), other.position());
        }
    }

    private static List<Entry> prices(Move move, Mirror mirror) {
        return move.costs().stream()
                .map(price ->
                        new Entry(mirror.of(price.when().test()), price.points().id(), Optional.of(price.points())))
                .toList();
    }

    private void event(Chance event, Chance other) {
        if (event.dormant() != other.dormant()
                || !mirrored.of(event.when().test()).equals(here.of(other.when().test()))) {
            unlike(event.id(), other.id(), "happen under other conditions", other.position());
            return;
        }
        number(event.rate(), other.rate(), other.position());
        match(factors(event, mirrored), factors(other, here), Say.quoted(other.id()) + " times", other.position());
        leads(event.leads(), other.leads(), event.id(), other.id(), other.position());
    }

    private static List<Entry> factors(Chance event, Mirror mirror) {
        return event.times().stream()
                .map(factor -> new Entry(
                        mirror.of(factor.when().test()), factor.times().id(), Optional.of(factor.times())))
                .toList();
    }

    private void leads(Leads leads, Leads other, String id, String otherId, Position position) {
        if (leads.odds().isPresent() != other.odds().isPresent()) {
            unlike(id, otherId, "differ in having `odds`", position);
            return;
        }
        leads.odds().ifPresent(odds -> number(odds, other.odds().orElseThrow(), position));
        String name = Say.quoted(otherId);
        match(branches(leads.then(), mirrored), branches(other.then(), here), name + " then", position);
        match(branches(leads.otherwise(), mirrored), branches(other.otherwise(), here), name + " else", position);
    }

    private static List<Entry> branches(List<Leads.Branch> branches, Mirror mirror) {
        return branches.stream()
                .map(branch -> new Entry(
                        (branch.odds().isPresent() ? "" : "rest ") + mirror.of(branch.effects()),
                        branch.text(),
                        branch.odds()))
                .toList();
    }

    /// Whether both have the same entries, in any order; ties their numbers.
    private void match(List<Entry> one, List<Entry> two, String what, Position position) {
        Map<String, List<Entry>> wanted = byKey(one);
        Map<String, List<Entry>> there = byKey(two);
        for (Map.Entry<String, List<Entry>> group : wanted.entrySet()) {
            List<Entry> found = there.getOrDefault(group.getKey(), List.of());
            if (found.size() != group.getValue().size()) {
                differ.accept(new Difference(
                        position,
                        "under " + what + " there is no counterpart of "
                                + Say.quoted(group.getValue().getFirst().said()) + ".",
                        "It is looked for with the two names exchanged."));
                return;
            }
            for (int k = 0; k < found.size(); k++) {
                Optional<Judgement> other = found.get(k).judgement();
                group.getValue().get(k).judgement().ifPresent(own -> number(own, other.orElseThrow(), position));
            }
        }
        for (Map.Entry<String, List<Entry>> group : there.entrySet()) {
            if (!wanted.containsKey(group.getKey())) {
                differ.accept(new Difference(
                        position,
                        Say.quoted(group.getValue().getFirst().said()) + " under " + what + " has no counterpart.",
                        "It is looked for with the two names exchanged."));
                return;
            }
        }
    }

    /// Entries by key; several of one key by their numbers.
    private static Map<String, List<Entry>> byKey(List<Entry> entries) {
        var byKey = new TreeMap<String, List<Entry>>();
        entries.forEach(entry ->
                byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry));
        byKey.values()
                .forEach(group -> group.sort(Comparator.comparing(
                        entry -> entry.judgement().map(Comparison::range).orElse(""))));
        return byKey;
    }

    private static String range(Judgement judgement) {
        return judgement.low() + " " + judgement.high() + " " + judgement.around() + " " + judgement.measure();
    }

    private void number(Judgement judgement, Judgement other, Position position) {
        if (range(judgement).equals(range(other))) {
            ties.tie(judgement.index(), other.index());
            return;
        }
        boolean placed = other.position().file().equals(position.file());
        differ.accept(new Difference(
                placed ? other.position() : position,
                Say.quoted(other.id()) + " is not the same number as " + Say.quoted(judgement.id()) + ", on line "
                        + judgement.position().line() + ".",
                "Numbers of alike actors are the same, ranges included: they are one judgement."));
    }

    private void unlike(String id, String other, String how, Position position) {
        differ.accept(new Difference(
                position, pair(id, other) + " " + how + ".", "They are compared with the two names exchanged."));
    }

    private static String pair(String id, String other) {
        return id.equals(other)
                ? Say.quoted(id) + " and itself, exchanged,"
                : Say.quoted(id) + " and " + Say.quoted(other);
    }
}
