package org.casus.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Odds on a chain beside PRISM, which has a program of its own: `bench/side-by-side`.
final class Chains implements Row {

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
        ended.out().forEach(System.out::println);
        return List.of();
    }
}
