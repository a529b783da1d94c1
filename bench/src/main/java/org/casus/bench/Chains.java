package org.casus.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Odds on a chain beside PRISM, which has a program of its own: `bench/side-by-side`, whose table is shown
/// as it comes and read for CPU seconds.
final class Chains implements Row {

    private static final String OURS = "Casus, 2 threads";
    /// Who, CPU seconds, seconds on the wall, and figures made of these.
    private static final Pattern TAKEN = Pattern.compile("(\\S.*?) {2,}([0-9.]+) +([0-9.]+) +[0-9.]+ .*");

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String about() {
        return "odds on a chain of 600,000 states, against PRISM where it is on the path: bench/side-by-side";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        Path script = setting.home().resolve("bench/side-by-side");
        if (!Files.isExecutable(script)) {
            return List.of(Line.absent(name(), "600,000 states", "there is no " + script));
        }
        var ended = Child.run(List.of(script.toString()));
        ended.out().forEach(setting::tell);
        return ended.code() == 0
                ? lines(ended.out())
                : List.of(Line.absent(name(), "600,000 states", "it ended with exit code " + ended.code()));
    }

    /// The lines of the table that `bench/side-by-side` printed.
    static List<Line> lines(List<String> printed) {
        Map<String, Double> cpu = new HashMap<>();
        for (String each : printed) {
            Matcher taken = TAKEN.matcher(each);
            if (taken.matches()) {
                cpu.put(taken.group(1), Double.parseDouble(taken.group(2)));
            }
        }
        double ours = cpu.getOrDefault(OURS, Double.NaN);
        var lines = new ArrayList<Line>();
        add(lines, cpu, "PRISM sparse", ours, Aim.part(1 / 3.0));
        add(lines, cpu, "PRISM explicit", ours, Aim.part(1 / 20.0));
        add(lines, cpu, "plain loop", ours, Aim.none());
        return lines;
    }

    private static void add(List<Line> lines, Map<String, Double> cpu, String who, double ours, Aim aim) {
        if (cpu.containsKey(who)) {
            lines.add(new Line("chain", "600,000 states, two threads", who, cpu.get(who), ours, "s", aim, ""));
        }
    }
}
