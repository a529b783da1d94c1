package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.casus.game.StateSpace;
import org.casus.scenario.Agreement;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;

/// What is left of a run when only its [Labels] are looked at and loops are removed: whenever the board
/// looks as it looked before, all between is forgotten (loop erasure in the order of time), so that no
/// label comes twice and each event is the last of its kind.
///
/// @param events what happened, in order: equal tales have equal events
/// @param jumps the jump of the run behind each event
record Tale(List<Event> events, int[] jumps) {

    /// @param label of the board after it
    /// @param agreement the agreement signed with it
    record Event(int label, OptionalInt agreement) {}

    /// How `run` goes when only `labels` are looked at.
    static Tale of(Run run, Labels labels, StateSpace space) {
        List<Event> events = new ArrayList<>();
        int[] jumps = new int[run.jumps()];
        for (int k = 0; k < run.jumps(); k++) {
            int label = labels.of()[run.to(k)];
            if (label != labels.of()[run.from(k)]) {
                int known = label == labels.of()[run.from(0)] ? 0 : place(events, label);
                if (known >= 0) {
                    events.subList(known, events.size()).clear();
                } else {
                    jumps[events.size()] = k;
                    events.add(new Event(label, agreement(space, run, k)));
                }
            }
        }
        return new Tale(List.copyOf(events), Arrays.copyOf(jumps, events.size()));
    }

    /// How many events there were up to and with the one after which the label was `label`, or −1.
    private static int place(List<Event> events, int label) {
        for (int k = 0; k < events.size(); k++) {
            if (events.get(k).label == label) {
                return k + 1;
            }
        }
        return -1;
    }

    /// The agreement that jump `k` signed for good: a signature after which its table is clear.
    private static OptionalInt agreement(StateSpace space, Run run, int k) {
        Scenario scenario = space.scenario();
        if (!(run.by(k) instanceof Maker.Actor(var _, int move))
                || scenario.moves().get(move).origin() != Move.Origin.SIGN) {
            return OptionalInt.empty();
        }
        for (int a = 0; a < scenario.agreements().size(); a++) {
            Agreement agreement = scenario.agreements().get(a);
            int before = space.level(run.from(k), agreement.table());
            if ((agreement.levels() >>> before & 1) != 0 && space.level(run.to(k), agreement.table()) == 0) {
                return OptionalInt.of(a);
            }
        }
        return OptionalInt.empty();
    }
}
