package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

/// What a large board takes, counted from the lengths of arrays.
class MemoryTest {

    /// Seven rivals around one war, five levels each but for two: 62,500 states and more are large.
    private static final int[] LEVELS = {5, 5, 5, 5, 5, 3, 3};

    private static final Settings LOOSE =
            Settings.standard().withTolerance(1e-3).withStepTolerance(1);

    @Test
    void aLargeBoardTakesAtMostAKilobyteAState() throws Exception {
        Game game = rivals();
        assertThat(game.states).isEqualTo(3 * 28_125);
        assertThat(game.plays()).isGreaterThan(8 * game.states);
        long lists = game.bytes() - 4L * (game.jumpTo.length + 4L * game.states);
        assertThat((double) (Memory.bytes(game) - lists) / game.states).isLessThan(1000);
        assertThat((double) lists / game.states).isLessThan(120);
        var settings = LOOSE.withThreads(2);
        try (var work = new Workspace(game, settings)) {
            var longGame = new LongGame(work, settings.stepTolerance());
            var end = longGame.settle(new double[work.layout.size()]);
            assertThat(end).isPresent();
            long held = bytes(new Object[] {work, longGame, end});
            assertThat(held).isLessThanOrEqualTo(Memory.bytes(game) + 2_000_000);
            assertThat(held).isGreaterThan(Memory.bytes(game) / 2);
        }
    }

    @Test
    void aLargeBoardIsTheSameOnAnyNumberOfThreads() throws Exception {
        Game game = rivals();
        Solution one = Equilibrium.solve(game, LOOSE.withThreads(1));
        Solution three = Equilibrium.solve(game, LOOSE.withThreads(3));
        assertThat(three.value()).isEqualTo(one.value());
        assertThat(three.worth()).isEqualTo(one.worth());
        assertThat(three.rate()).isEqualTo(one.rate());
        assertThat(three.correction()).isEqualTo(one.correction());
    }

    private static Game rivals() throws Exception {
        var text = new StringBuilder("""
                format: casus/1
                title: Rivals
                as_of: 2020-01-01
                clock: {unit: week, horizon: 10}
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 8 weeks, sharpness: 10}
                board:
                  war: {levels: [quiet, tense, fighting], start: tense}
                """);
        for (int k = 0; k < LEVELS.length; k++) {
            var names = new StringBuilder("low");
            for (int level = 1; level < LEVELS[k]; level++) {
                names.append(", step-").append(level);
            }
            text.append("  arms-" + k + ": {levels: [" + names + "], start: low}\n");
        }
        text.append("actors:\n");
        for (int k = 0; k < LEVELS.length; k++) {
            text.append("  rival-" + k + ": {wants: {arms-" + k + " above low: 1}, fears: {arms-"
                    + (k + 1) % LEVELS.length + " above low: 1.5, war is fighting: 0.1 each week}}\n");
        }
        text.append("moves:\n");
        for (int k = 0; k < LEVELS.length; k++) {
            text.append(
                    "  rival-" + k + "/arm: {costs: {always: 0.2, war is fighting: 0.1}, then: arms-" + k + " up 1}\n");
            text.append(
                    "  rival-" + k + "/disarm: {if: war is not fighting, costs: 0.2, then: arms-" + k + " down 1}\n");
        }
        text.append("""
                chance:
                  flares: {if: war is not fighting, odds: 5% each week, then: war up 1}
                  cools: {if: war is not quiet, rate: every 2 months, then: war down 1}
                outcomes: {open-war: {if: war is fighting}, peace: otherwise}
                """);
        Scenario scenario =
                ScenarioFile.of("rivals", "rivals.yaml", text.toString()).scenario();
        return Structure.compile(scenario).game(World.middle(scenario));
    }

    /// Bytes of all arrays of numbers that can be come by from `root` through objects of ours and
    /// arrays.
    private static long bytes(Object root) throws IllegalAccessException {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        var open = new ArrayDeque<Object>();
        open.add(root);
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.poll();
            if (!seen.add(object)) {
                continue;
            }
            Class<?> type = object.getClass();
            if (type.isArray() && type.getComponentType().isPrimitive()) {
                bytes += (long) Array.getLength(object) * size(type.getComponentType());
            } else if (type.isArray()) {
                for (Object element : (Object[]) object) {
                    if (element != null) {
                        open.add(element);
                    }
                }
            } else if (object instanceof java.util.Optional<?> optional) {
                optional.ifPresent(open::add);
            } else if (type.getName().startsWith("org.casus")) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        Object value = field.get(object);
                        if (value != null) {
                            open.add(value);
                        }
                    }
                }
            }
        }
        return bytes;
    }

    private static int size(Class<?> primitive) {
        if (primitive == double.class || primitive == long.class) {
            return 8;
        }
        return primitive == byte.class || primitive == boolean.class ? 1 : primitive == char.class ? 2 : 4;
    }
}
