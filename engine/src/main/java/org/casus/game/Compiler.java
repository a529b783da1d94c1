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
    final Codes codes = new Codes();
    final Orbits orbits;
    final IntList leadTurn = new IntList();
    final IntList chanceTurn = new IntList();
    final StateSpace space;
    final BitSet open = new BitSet();
    final BitSet possible = new BitSet();
    final int[] playStart;
    final int[] chanceStart;
    final IntList playActor = new IntList();
    final IntList playMove = new IntList();
    final IntList playCost = new IntList();
    final IntList leadStart = new IntList();
    final IntList leadTo = new IntList();
    final IntList leadOdds = new IntList();
    final IntList chanceTo = new IntList();
    final IntList chanceRate = new IntList();
    final IntList chanceEvent = new IntList();
    private final int[] settled;
    private int turn;

    Compiler(Scenario scenario, int limit) throws SizeException {
        this.scenario = scenario;
        this.radix = new Radix(scenario.rows());
        this.orbits = new Orbits(scenario);
        scenario.moves().stream()
                .filter(move -> !move.dormant())
                .sorted(Comparator.comparingInt(Move::actor).thenComparingInt(Move::index))
                .forEach(move -> moves.add(Rule.of(move, radix, formulas)));
        scenario.chance().stream()
                .filter(event -> !event.dormant())
                .forEach(event -> events.add(Rule.of(event, radix, formulas)));
        this.settled = new int[radix.levels.length];
        this.outcomes = scenario.outcomes().stream()
                .map(outcome -> Lookup.of(outcome.when().test(), radix.levels))
                .toList();
        reach(limit);
        this.space = number();
        this.playStart = new int[space.size() + 1];
        this.chanceStart = new int[space.size() + 1];
        list();
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
            codes.add(state(code + shift));
        }
    }

    /// The code of the state that stands for the board of `code`; its turn is then in [#turn].
    private long state(long code) {
        if (!orbits.any()) {
            return code;
        }
        radix.board(code, settled);
        turn = orbits.settle(settled);
        return turn == 0 ? code : radix.code(settled);
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

    private void list() {
        var board = new int[radix.levels.length];
        for (int state = 0; state < space.size(); state++) {
            long code = codes.get(state);
            space.board(state, board);
            if (!space.absorbing(state)) {
                for (Rule rule : moves) {
                    play(rule, code, rule.at().at(board));
                }
                for (Rule rule : events) {
                    chance(rule, code, rule.at().at(board));
                }
            }
            playStart[state + 1] = playActor.size();
            chanceStart[state + 1] = chanceTo.size();
        }
        leadStart.add(leadTo.size());
    }

    private void play(Rule rule, long code, Rule.Jumps jumps) {
        if (!jumps.open()) {
            return;
        }
        open.set(rule.index());
        playActor.add(scenario.moves().get(rule.index()).actor());
        playMove.add(rule.index());
        playCost.add(jumps.weight());
        leadStart.add(leadTo.size());
        for (int k = 0; k < jumps.shift().length; k++) {
            leadTo.add(codes.number(state(code + jumps.shift()[k])));
            if (orbits.any()) {
                leadTurn.add(turn);
            }
            leadOdds.add(jumps.odds()[k]);
        }
    }

    private void chance(Rule rule, long code, Rule.Jumps jumps) {
        for (int k = 0; k < jumps.shift().length; k++) {
            possible.set(rule.index());
            chanceTo.add(codes.number(state(code + jumps.shift()[k])));
            if (orbits.any()) {
                chanceTurn.add(turn);
            }
            chanceRate.add(jumps.odds()[k]);
            chanceEvent.add(rule.index());
        }
    }

    private long startCode() {
        return state(radix.code(scenario.rows().stream().mapToInt(Row::start).toArray()));
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
    Seats seats() {
        if (!orbits.any()) {
            return Seats.NONE;
        }
        return new Seats(
                orbits.turns(),
                leadTurn.toArray(),
                chanceTurn.toArray(),
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
        BitSet openMoves = spread(open, scenario.moves().size(), Exchange::move);
        BitSet possibleEvents = spread(possible, scenario.chance().size(), Exchange::event);
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
