package org.casus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Other processes: JVMs like this one with a heap of their own, and scripts.
final class Child {

    private Child() {}

    /// What a process printed and how long it took.
    record Ended(List<String> out, int code, double wall) {}

    /// `main` of this class path in a JVM of its own with `heap` (`-Xmx`), on the same vectors and collector.
    static Ended java(String heap, Class<?> main, String... args) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.add("-XX:+UseParallelGC");
        // What a solve holds it holds to the end: nine tenths of the heap for what stays.
        command.add("-XX:NewRatio=9");
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return run(command);
    }

    /// Runs `command`, whose talk goes where ours goes, and collects its output.
    static Ended run(List<String> command) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor(1, TimeUnit.HOURS);
        return new Ended(out, process.exitValue(), 1e-9 * (System.nanoTime() - before));
    }
}
