package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;

class LeadsTest {

    /// A lead as a list and [Leads] tell it.
    private record Lead(int actor, int play, int jump, double odds) {}

    @Test
    void theFirstLeadOfEachPlayAndThenTheOthers() {
        // two actors; state 0: a play with three leads, one with one, one with none
        var b = new Game.Builder();
        b.actors = 2;
        b.states = 4;
        b.acts = new double[] {1, 1};
        b.drifts = new double[] {0.1, 0.1};
        b.discount = new double[] {0.1, 0.1};
        b.kappa = new double[] {1, 1};
        b.flow = new double[8];
        b.playStart = new int[] {0, 3, 3, 3, 4};
        b.playActor = new int[] {0, 0, 1, 1};
        b.playMove = new int[] {0, 1, 2, 2};
        b.playCost = new double[] {0, 0.5, 0.2, 0.2};
        b.leadStart = new int[] {0, 3, 4, 4, 4};
        b.leadTo = new int[] {1, 2, 3, 2};
        b.leadOdds = new double[] {0.2, 0.3, 0.4, 1};
        b.chanceStart = new int[5];
        Game game = b.build();
        var leads = new Leads(game);
        assertThat(lead(leads, 0)).isEqualTo(new Lead(0, 0, 0, 0.2));
        assertThat(lead(leads, 1)).isEqualTo(new Lead(0, 1, 1, 1));
        assertThat(lead(leads, 2)).isEqualTo(new Lead(1, 2, 0, 0));
        assertThat(lead(leads, 3)).isEqualTo(new Lead(0, 0, 1, 0.3));
        assertThat(lead(leads, 4)).isEqualTo(new Lead(0, 0, 2, 0.4));
        assertThat(leads.start).containsExactly(0, 5, 5, 5, 6);
        assertThat(leads.most).isEqualTo(5);
        // the play of the last state leads nowhere, and there is no jump it could read
        assertThat(leads.target).hasSize(game.jumpTo.length + 1).startsWith(game.jumpTo);
    }

    @Test
    void allLeadsOfRandomBoardsAreThereOnce() {
        for (long seed = 0; seed < 40; seed++) {
            Game game = RandomBoard.of(seed, 3, Choice.INTENTIONS, 3, 4, 3).game();
            var leads = new Leads(game);
            assertThat(leads.target).as("seed %d", seed).startsWith(game.jumpTo);
            for (int kind = 0; kind < game.kinds(); kind++) {
                var listed = new ArrayList<Lead>();
                int first = game.listStart[kind];
                for (int p = first; p < game.listStart[kind + 1]; p++) {
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        listed.add(new Lead(game.playActor[p], p - first, game.leadJump[l], game.leadOdds[l]));
                    }
                }
                List<Lead> there = new ArrayList<>();
                for (int l = leads.start[kind]; l < leads.start[kind + 1]; l++) {
                    there.add(lead(leads, l));
                }
                int plays = game.listStart[kind + 1] - first;
                for (int k = 0; k < plays; k++) {
                    assertThat(there.get(k).play()).as("seed %d", seed).isEqualTo(k);
                }
                there.removeIf(lead -> lead.odds() == 0);
                assertThat(there).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(listed);
            }
        }
    }

    private static Lead lead(Leads leads, int l) {
        return new Lead(leads.actor[l], leads.play[l], leads.jump[l], leads.odds[l]);
    }
}
