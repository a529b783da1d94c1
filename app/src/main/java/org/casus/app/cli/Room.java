package org.casus.app.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.casus.equilibrium.Memory;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// Whether there is memory enough to solve a board.
final class Room {

    private static final double GIGA = 1e9;
    /// What else is in memory, and cannot be laid out without gaps, as a part of what is needed. Ten million
    /// states were solved with a third more than is counted, and with a fifth more they were not.
    private static final double SPARE = 1.35;
    /// Part of the heap that is for what stays, where as little as may be is for what comes and goes.
    private static final double STAYS = 0.9;

    private Room() {}

    /// A line on what solving needs and what there is.
    ///
    /// @throws Failure if there is less
    static String forSolving(Scenario scenario, Structure structure) {
        long need = Memory.bytes(structure.game(World.middle(scenario)));
        long most = most(Runtime.getRuntime().maxMemory(), stays());
        return check(scenario.name(), structure.space().size(), need, most, machine());
    }

    /// Bytes that there is room for: what Java may take, less where much of that is set apart for what comes and goes,
    /// as the arrays of a solve stay.
    ///
    /// @param heap bytes that Java may take
    /// @param stays those of them that are for what stays, where that is known
    static long most(long heap, OptionalLong stays) {
        return Math.min(heap, (long) (stays.orElse(heap) / STAYS));
    }

    private static OptionalLong stays() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().endsWith("Old Gen") || pool.getName().endsWith("Tenured Gen"))
                .mapToLong(pool -> pool.getUsage().getMax())
                .filter(bytes -> bytes > 0)
                .max();
    }

    /// @param need bytes that solving takes
    /// @param most bytes that there is room for
    /// @param machine bytes the machine has
    static String check(String name, int states, long need, long most, long machine) {
        String text = String.format(
                Locale.ROOT,
                "%,d states need about %s of memory; Java has room for %s here",
                states,
                said(need),
                said(most));
        if (SPARE * need <= most) {
            return name + ": " + text;
        }
        int ask = (int) Math.ceil(SPARE * need / GIGA);
        String advice = ask * GIGA < machine
                ? "Maybe start it with CASUS_JAVA_OPTS='-Xmx" + ask + "g -XX:NewRatio=9'."
                : "This machine has " + said(machine) + ". Maybe merge rows, or drop levels nobody cares about.";
        throw new Failure(
                Exit.UNSOLVED, name + " is too large for the memory there is. " + text + ".", List.of(advice));
    }

    /// `160 MB`, `4.2 GB`, `16 GB`
    private static String said(long bytes) {
        double giga = bytes / GIGA;
        return giga < 1
                ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(1000 * giga))
                : String.format(Locale.ROOT, giga < 10 ? "%.1f GB" : "%.0f GB", giga);
    }

    private static long machine() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }
}
