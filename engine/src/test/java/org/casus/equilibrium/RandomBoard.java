package org.casus.equilibrium;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.casus.scenario.Choice;

/// Random games with the build of a real board: rows of levels, moves that shift one row a level or
/// two where another
/// row allows it and may fail, chance that does the same, wants on levels of rows, and some levels
/// that end it all.
///
/// Rates are about one a week, actors look ahead four to nine months, drift into a move every eight
/// weeks, and are 60
/// times
/// as quick for each point.
final class RandomBoard {

    private final SplittableRandom random;
    private final int[] levels;
    private final int[] stride;
    private final GameParts parts;

    private RandomBoard(long seed, int actors, Choice choice, int... levels) {
        random = new SplittableRandom(seed);
        this.levels = levels;
        stride = new int[levels.length];
        int states = 1;
        for (int t = 0; t < levels.length; t++) {
            stride[t] = states;
            states *= levels[t];
        }
        parts = new GameParts(states, actors);
        parts.choice = choice;
    }

    /// A board of these levels.
    static GameParts of(long seed, int actors, Choice choice, int... levels) {
        return of(seed, actors, choice, 4, 0.1, levels);
    }

    /// A board on which each actor has `moves` moves, half of them open in a state, and row 0's last
    /// level is final.
    static GameParts of(long seed, int actors, Choice choice, int moves, double costs, int... levels) {
        var board = new RandomBoard(seed, actors, choice, levels);
        board.actors();
        board.wants();
        for (int i = 0; i < actors; i++) {
            for (int m = 0; m < moves; m++) {
                board.move(i, costs);
            }
        }
        for (int t = 0; t < levels.length; t++) {
            board.chance(t);
        }
        return board.parts;
    }

    private void actors() {
        for (int i = 0; i < parts.actors; i++) {
            parts.acts[i] = between(0.5, 2);
            parts.drifts[i] = 0.125;
            parts.discount[i] = between(0.03, 0.06);
            parts.kappa[i] = Math.log(60);
        }
    }

    private void wants() {
        for (int i = 0; i < parts.actors; i++) {
            for (int wants = 0; wants < 3; wants++) {
                int row = random.nextInt(levels.length);
                int level = random.nextInt(levels[row]);
                double points = between(-5, 5);
                for (int x = 0; x < parts.states; x++) {
                    if (level(x, row) == level) {
                        parts.flow[x][i] += parts.discount[i] * points;
                    }
                }
            }
        }
    }

    private void move(int actor, double costs) {
        int row = random.nextInt(levels.length);
        int shift = random.nextBoolean() ? 1 : -1;
        int guard = random.nextInt(levels.length);
        int guardLevel = random.nextInt(levels[guard]);
        boolean above = random.nextBoolean();
        int other = random.nextInt(levels.length);
        int otherShift = random.nextBoolean() ? 1 : -1;
        double success = random.nextBoolean() ? 1 : between(0.3, 0.9);
        double cost = costs * between(0.2, 5);
        for (int x = 0; x < parts.states; x++) {
            boolean open = above ? level(x, guard) >= guardLevel : level(x, guard) <= guardLevel;
            if (!isFinal(x) && open) {
                Map<Integer, Double> leads = new TreeMap<>();
                leads.merge(shifted(x, row, shift), success, Double::sum);
                leads.merge(shifted(x, other, otherShift), 1 - success, Double::sum);
                leads.values().removeIf(odds -> odds == 0);
                if (leads.getOrDefault(x, 0.0) < 0.5) {
                    parts.play(x, actor, cost, leads);
                }
            }
        }
    }

    private void chance(int row) {
        double rate = between(0.01, 0.3);
        int shift = random.nextBoolean() ? 1 : -1;
        int guard = random.nextInt(levels.length);
        int guardLevel = random.nextInt(levels[guard]);
        for (int x = 0; x < parts.states; x++) {
            if (!isFinal(x) && level(x, guard) >= guardLevel) {
                parts.jump(x, shifted(x, row, shift), rate);
            }
        }
    }

    private boolean isFinal(int x) {
        return level(x, 0) == levels[0] - 1;
    }

    private int level(int x, int row) {
        return x / stride[row] % levels[row];
    }

    private int shifted(int x, int row, int by) {
        int level = Math.clamp(level(x, row) + by, 0, levels[row] - 1);
        return x + (level - level(x, row)) * stride[row];
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
