package org.casus.game;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.casus.scenario.Scenario;

/// Writes down what can happen in each state: its kind, and where its jumps go.
///
/// A kind's key is its list in ints: how many plays, and of each its move, the formula of its
/// price, how many leads, and of each lead its jump and the formula of its odds; then of each
/// chance jump its event, jump and the formula of its rate.
final class Lists {

    private final Scenario scenario;
    private final List<Rule> moves;
    private final List<Rule> events;
    private final boolean shared;
    private final Keys keys = new Keys();
    private final int[] kind;
    private final int[] playStart;
    private final int[] jumpStart;
    private final IntList jumpTo = new IntList();
    private final IntList jumpTurn = new IntList();
    private int[] key = new int[256];

    private int keyLength;
    private long[] shifts = new long[64];
    private int shiftCount;
    private final Rule.Jumps[] now;

    /// Formulas of prices, odds and rates, entry by entry of [#shape].
    int[] playCost = {};

    int[] leadOdds = {};
    int[] chanceRate = {};
    final BitSet open = new BitSet();
    final BitSet possible = new BitSet();

    /// @param shared whether states of a kind share a list, or each has its own
    Lists(Scenario scenario, List<Rule> moves, List<Rule> events, int states, boolean shared) {
        this.scenario = scenario;
        this.moves = moves;
        this.events = events;
        this.shared = shared;
        kind = new int[states];
        playStart = new int[states + 1];
        jumpStart = new int[states + 1];
        now = new Rule.Jumps[moves.size() + events.size()];
    }

    /// Adds `state`, in which nothing can happen.
    void nothing(int state) {
        keyLength = 0;
        add(0);
        close(state, 0);
    }

    /// Adds `state`, the next one, whose board is `board` with `code`.
    void add(int state, int[] board, long code, Codes codes, Settling settling) {
        look(board);
        sortShifts();
        for (int j = 0; j < shiftCount; j++) {
            jumpTo.add(codes.number(settling.state(code + shifts[j])));
            if (settling.any()) {
                jumpTurn.add(settling.turn());
            }
        }
        keyLength = 0;
        add(0);
        int plays = 0;
        for (int r = 0; r < moves.size(); r++) {
            Rule.Jumps jumps = now[r];
            if (jumps.open()) {
                plays++;
                add(moves.get(r).index());
                add(jumps.weight());
                add(jumps.shift().length);
                for (int k = 0; k < jumps.shift().length; k++) {
                    add(jump(jumps.shift()[k]));
                    add(jumps.odds()[k]);
                }
            }
        }
        key[0] = plays;
        for (int r = 0; r < events.size(); r++) {
            Rule.Jumps jumps = now[moves.size() + r];
            for (int k = 0; k < jumps.shift().length; k++) {
                add(events.get(r).index());
                add(jump(jumps.shift()[k]));
                add(jumps.odds()[k]);
            }
        }
        close(state, plays);
    }

    private void close(int state, int plays) {
        if (!shared) {
            add(state);
        }
        kind[state] = keys.number(key, keyLength);
        playStart[state + 1] = playStart[state] + plays;
        jumpStart[state + 1] = jumpTo.size();
    }

    private void look(int[] board) {
        shiftCount = 0;
        for (int r = 0; r < now.length; r++) {
            Rule rule = r < moves.size() ? moves.get(r) : events.get(r - moves.size());
            now[r] = rule.at().at(board);
            for (long shift : now[r].shift()) {
                if (shiftCount == shifts.length) {
                    shifts = Arrays.copyOf(shifts, 2 * shiftCount);
                }
                shifts[shiftCount++] = shift;
            }
        }
    }

    private void sortShifts() {
        Arrays.sort(shifts, 0, shiftCount);
        int kept = 0;
        for (int k = 0; k < shiftCount; k++) {
            if (kept == 0 || shifts[kept - 1] != shifts[k]) {
                shifts[kept++] = shifts[k];
            }
        }
        shiftCount = kept;
    }

    private int jump(long shift) {
        int jump = 0;
        while (shifts[jump] != shift) {
            jump++;
        }
        return jump;
    }

    private void add(int value) {
        if (keyLength == key.length) {
            key = Arrays.copyOf(key, 2 * keyLength);
        }
        key[keyLength++] = value;
    }

    /// The turn of each jump; empty where no actors are alike.
    int[] turns() {
        return jumpTurn.toArray();
    }

    /// All that was added.
    Shape shape(Seats seats) {
        var listStart = new int[keys.size() + 1];
        var chanceStart = new int[keys.size() + 1];
        var playMove = new IntList();
        var cost = new IntList();
        var leadStart = new IntList();
        var leadJump = new IntList();
        var odds = new IntList();
        var event = new IntList();
        var chanceJump = new IntList();
        var rate = new IntList();
        leadStart.add(0);
        for (int k = 0; k < keys.size(); k++) {
            int at = keys.start(k);
            int end = keys.start(k + 1) - (shared ? 0 : 1);
            int plays = keys.at(at++);
            for (int p = 0; p < plays; p++) {
                playMove.add(keys.at(at++));
                cost.add(keys.at(at++));
                int leads = keys.at(at++);
                for (int l = 0; l < leads; l++) {
                    leadJump.add(keys.at(at++));
                    odds.add(keys.at(at++));
                }
                leadStart.add(leadJump.size());
            }
            while (at < end) {
                event.add(keys.at(at++));
                chanceJump.add(keys.at(at++));
                rate.add(keys.at(at++));
            }
            listStart[k + 1] = playMove.size();
            chanceStart[k + 1] = event.size();
        }
        playCost = cost.toArray();
        leadOdds = odds.toArray();
        chanceRate = rate.toArray();
        int[] move = playMove.toArray();
        int[] events = event.toArray();
        Arrays.stream(move).forEach(open::set);
        Arrays.stream(events).forEach(possible::set);
        return new Shape(
                kind,
                playStart,
                jumpStart,
                jumpTo.toArray(),
                listStart,
                Arrays.stream(move).map(m -> scenario.moves().get(m).actor()).toArray(),
                move,
                leadStart.toArray(),
                leadJump.toArray(),
                chanceStart,
                chanceJump.toArray(),
                events,
                seats);
    }
}
