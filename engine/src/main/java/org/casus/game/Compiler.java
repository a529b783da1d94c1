package org.casus.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.casus.scenario.Move;
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

    Compiler(Scenario scenario, int limit) throws SizeException {
        this.scenario = scenario;
        this.radix = new Radix(scenario.rows());
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
            codes.add(code + shift);
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
        return new StateSpace(scenario, codes.number(startCode()), levels, outcome);
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
            leadTo.add(codes.number(code + jumps.shift()[k]));
            leadOdds.add(jumps.odds()[k]);
        }
    }

    private void chance(Rule rule, long code, Rule.Jumps jumps) {
        for (int k = 0; k < jumps.shift().length; k++) {
            possible.set(rule.index());
            chanceTo.add(codes.number(code + jumps.shift()[k]));
            chanceRate.add(jumps.odds()[k]);
            chanceEvent.add(rule.index());
        }
    }

    private long startCode() {
        return radix.code(scenario.rows().stream().mapToInt(Row::start).toArray());
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

    Findings findings() {
        List<Findings.Unreached> unreached = new ArrayList<>();
        for (Row row : scenario.rows()) {
            var met = new BitSet();
            for (int state = 0; state < space.size(); state++) {
                met.set(space.level(state, row.index()));
            }
            for (int level = met.nextClearBit(0); level < row.levels().size(); level = met.nextClearBit(level + 1)) {
                unreached.add(new Findings.Unreached(row.index(), level));
            }
        }
        return new Findings(
                scenario.moves().stream()
                        .filter(move -> !move.dormant() && !open.get(move.index()))
                        .toList(),
                scenario.chance().stream()
                        .filter(event -> !event.dormant() && !possible.get(event.index()))
                        .toList(),
                List.copyOf(unreached));
    }
}
