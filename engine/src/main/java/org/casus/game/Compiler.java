package org.casus.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.casus.scenario.Exchange;
import org.casus.scenario.Move;
import org.casus.scenario.Peers;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// Walks the board twice: to find the states, then to write down what can happen in each.
final class Compiler {
    final Scenario scenario;
    final Formulas formulas = new Formulas();
    final Radix radix;
    final List<Rule> moves = new ArrayList<>();
    final List<Rule> events = new ArrayList<>();
    final List<Lookup<Boolean>> outcomes;
    final Orbits orbits;
    private final Settling settling;
    final StateSpace space;
    final Lists lists;
    final Shape shape;
    final Flows flows;
    private final Codes codes;

    /// @param shared whether states of a kind share a list, or each has its own
    Compiler(Scenario scenario, int limit, boolean shared) throws SizeException {
        this.scenario = scenario;
        this.radix = new Radix(scenario.rows());
        this.orbits = new Orbits(scenario);
        this.settling = new Settling(orbits, radix);
        scenario.moves().stream()
                .filter(move -> !move.dormant())
                .sorted(Comparator.comparingInt(Move::actor).thenComparingInt(Move::index))
                .forEach(move -> moves.add(Rule.of(move, radix, formulas)));
        scenario.chance().stream()
                .filter(event -> !event.dormant())
                .forEach(event -> events.add(Rule.of(event, radix, formulas)));
        this.outcomes = scenario.outcomes().stream()
                .map(outcome -> Lookup.of(outcome.when().test(), radix.levels))
                .toList();
        this.codes = new Codes(radix.product);
        reach(limit);
        this.space = number();
        this.lists = new Lists(scenario, moves, events, space.size(), shared);
        this.shape = list();
        this.flows = new Flows(space, shared);
    }

    private void reach(int limit) throws SizeException {
        var board = new int[radix.levels.length];
        codes.add(startCode());
        for (int k = 0; k < codes.size(); k++) {
            long code = codes.get(k);
            radix.board(code, board);
            if (absorbing(board)) {
                continue;
            }
            for (Rule rule : moves) {
                spread(code, rule.at().at(board));
            }
            for (Rule rule : events) {
                spread(code, rule.at().at(board));
            }
            if (codes.size() > limit) {
                throw SizeException.tooManyStates(scenario.rows(), levelsMet(), limit);
            }
        }
        codes.sort();
    }

    private void spread(long code, Rule.Jumps jumps) {
        for (long shift : jumps.shift()) {
            codes.add(settling.state(code + shift));
        }
    }

    private StateSpace number() {
        int rows = radix.levels.length;
        var levels = new byte[Math.multiplyExact(codes.size(), rows)];
        var outcome = new byte[codes.size()];
        var board = new int[rows];
        for (int state = 0; state < codes.size(); state++) {
            radix.board(codes.get(state), board);
            for (int row = 0; row < rows; row++) {
                levels[state * rows + row] = (byte) board[row];
            }
            outcome[state] = (byte) outcome(board);
        }
        return new StateSpace(scenario, codes.number(startCode()), levels, outcome, orbits);
    }

    private Shape list() {
        var board = new int[radix.levels.length];
        for (int state = 0; state < space.size(); state++) {
            if (space.absorbing(state)) {
                lists.nothing(state);
            } else {
                space.board(state, board);
                lists.add(state, board, codes.get(state), codes, settling);
            }
        }
        return lists.shape(seats());
    }

    private long startCode() {
        return settling.state(
                radix.code(scenario.rows().stream().mapToInt(Row::start).toArray()));
    }

    private int outcome(int[] board) {
        int k = 0;
        while (!outcomes.get(k).at(board)) {
            k++;
        }
        return k;
    }

    private boolean absorbing(int[] board) {
        return scenario.outcomes().get(outcome(board)).absorbing();
    }

    private int[] levelsMet() {
        int rows = radix.levels.length;
        var met = new BitSet[rows];
        Arrays.setAll(met, row -> new BitSet());
        var board = new int[rows];
        for (int k = 0; k < codes.size(); k++) {
            radix.board(codes.get(k), board);
            for (int row = 0; row < rows; row++) {
                met[row].set(board[row]);
            }
        }
        return Arrays.stream(met).mapToInt(BitSet::cardinality).toArray();
    }

    /// Who sits where, once all jumps are listed.
    private Seats seats() {
        if (!orbits.any()) {
            return Seats.NONE;
        }
        return new Seats(
                orbits.turns(),
                lists.turns(),
                Orbits.kinds(scenario.actors().size(), scenario, Exchange::actor),
                Orbits.kinds(scenario.moves().size(), scenario, Exchange::move),
                Orbits.kinds(scenario.chance().size(), scenario, Exchange::event),
                scenario.moves().stream().mapToInt(Move::actor).toArray(),
                twins());
    }

    private byte[] twins() {
        int n = scenario.actors().size();
        var twins = new byte[Math.multiplyExact(space.size(), n)];
        for (int state = 0; state < space.size(); state++) {
            int[] twin = orbits.twins(space.board(state));
            for (int i = 0; i < n; i++) {
                twins[state * n + i] = (byte) twin[i];
            }
        }
        return twins;
    }

    /// Adds to `found` the counterparts of what is in it.
    private BitSet spread(BitSet found, int count, Orbits.Image image) {
        int[] kinds = Orbits.kinds(count, scenario, image);
        var all = new BitSet();
        found.stream().forEach(k -> all.set(kinds[k]));
        var spread = new BitSet();
        for (int k = 0; k < count; k++) {
            spread.set(k, all.get(kinds[k]));
        }
        return spread;
    }

    Findings findings() {
        BitSet openMoves = spread(lists.open, scenario.moves().size(), Exchange::move);
        BitSet possibleEvents = spread(lists.possible, scenario.chance().size(), Exchange::event);
        List<Findings.Unreached> unreached = new ArrayList<>();
        BitSet[] reached = reached();
        for (Row row : scenario.rows()) {
            BitSet met = reached[row.index()];
            for (int level = met.nextClearBit(0); level < row.levels().size(); level = met.nextClearBit(level + 1)) {
                unreached.add(new Findings.Unreached(row.index(), level));
            }
        }
        return new Findings(
                scenario.moves().stream()
                        .filter(move -> !move.dormant() && !openMoves.get(move.index()))
                        .toList(),
                scenario.chance().stream()
                        .filter(event -> !event.dormant() && !possibleEvents.get(event.index()))
                        .toList(),
                List.copyOf(unreached));
    }

    /// The levels that each row is met on, under whatever names of alike actors.
    private BitSet[] reached() {
        var met = new BitSet[radix.levels.length];
        for (int row = 0; row < met.length; row++) {
            met[row] = new BitSet();
            for (int state = 0; state < space.size(); state++) {
                met[row].set(space.level(state, row));
            }
        }
        boolean changed = orbits.any();
        while (changed) {
            changed = false;
            for (Peers peers : scenario.alike()) {
                for (Exchange exchange : peers.exchanges()) {
                    for (int row = 0; row < met.length; row++) {
                        for (int level = met[row].nextSetBit(0); level >= 0; level = met[row].nextSetBit(level + 1)) {
                            BitSet other = met[exchange.row(row)];
                            changed |= !other.get(exchange.level(row, level));
                            other.set(exchange.level(row, level));
                        }
                    }
                }
            }
        }
        return met;
    }
}
