package org.casus.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The model checker PRISM (Kwiatkowska, Norman & Parker 2011), where the user has it: run on exported files,
/// its log read as it is written.
///
/// @param program `prism` on the path
record Prism(Path program) {

    /// PRISM's Poisson weights refuse a finer one.
    private static final String EPSILON = "1e-9";
    private static final String MEMORY = "3g";
    private static final Pattern BEGUN = Pattern.compile("Model checking: .*");
    private static final Pattern ENDED = Pattern.compile("Time for model checking: ([0-9.eE+-]+) seconds?\\.?");
    private static final Pattern RESULT = Pattern.compile("Result: ([0-9.eE+-]+).*");

    /// One property checked once.
    ///
    /// @param cpu seconds of user and system of the process between the two lines of its log
    /// @param said seconds as PRISM tells them, on the wall
    record Check(double result, double cpu, double said) {}

    static Optional<Prism> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "prism"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Prism::new);
    }

    /// Checks `property` of the files in `folder` so many `times` over with `engine`: `-sparse`, `-explicit`.
    /// The chain is read and built once, which does not count.
    ///
    /// @throws IOException if PRISM does not end well, with the end of what it said
    List<Check> check(Path folder, String property, int times, String engine) throws IOException, InterruptedException {
        Path properties = folder.resolve("model.props");
        Files.writeString(properties, (property + "\n\n").repeat(times));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-importmodel",
                folder.resolve("model.all").toString(),
                "-ctmc",
                engine,
                "-epsilon",
                EPSILON,
                "-javamaxmem",
                MEMORY,
                properties.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<Check> checks = new ArrayList<>();
        List<String> log = new ArrayList<>();
        double begun = 0;
        double cpu = 0;
        double said = 0;
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher ended = ENDED.matcher(line);
                Matcher result = RESULT.matcher(line);
                if (BEGUN.matcher(line).matches() || line.startsWith("Time for model construction")) {
                    begun = cpu(process);
                } else if (ended.matches()) {
                    cpu = cpu(process) - begun;
                    said = Double.parseDouble(ended.group(1));
                } else if (result.matches()) {
                    checks.add(new Check(Double.parseDouble(result.group(1)), cpu, said));
                }
            }
        }
        if (process.waitFor() != 0 || checks.size() < times) {
            throw new IOException("prism " + engine + " did not answer:\n"
                    + String.join("\n", log.subList(Math.max(0, log.size() - 12), log.size())));
        }
        return checks;
    }

    /// CPU seconds so far of the process and all it started.
    private static double cpu(Process process) {
        double own = seconds(process.toHandle());
        return own + process.descendants().mapToDouble(Prism::seconds).sum();
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) * 1e-9;
    }
}
