package org.casus.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.app.web.Server;
import org.casus.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Serves the browser app until it is stopped.
@Command(
        name = "open",
        header = "Open the browser app: drag an assumption, watch the hundred dots.",
        description = {
            "Starts a server that only this machine reaches and opens it in the browser. It runs until Ctrl-C. Files "
                    + "are read and written in the folder where it was started, and nowhere else; nothing is sent "
                    + "anywhere."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus open nagorno-karabakh-2020",
            "  casus open my-crisis --no-browser      print the address only",
            "  casus open                             the Library",
            "",
            "Exit codes: 2 usage, 3 errors in the scenario, 5 a file or the port, 70 Casus itself,",
            "130 when it is stopped."
        })
final class OpenCommand implements Callable<Integer> {

    private static final int MOST_PORT = 65_535;

    private final Talk talk;
    private final Shelf shelf;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "A file, a folder with a scenario.yaml, or the name of a shipped scenario (default: the "
                    + "Library).",
            completionCandidates = ShippedNames.class)
    private Optional<String> asked = Optional.empty();

    @Option(names = "--no-browser", description = "Print the address and open nothing.")
    private boolean quiet;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, on 127.0.0.1 (default: one that is free).")
    private int port;

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    OpenCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException, InterruptedException {
        if (port < 0 || port > MOST_PORT) {
            throw new Failure(Exit.USAGE, "--port takes 0 to " + MOST_PORT + ", not " + port + ".");
        }
        Optional<Path> file = asked.map(shelf::find);
        if (file.isPresent()) {
            Operand.file(asked.orElseThrow(), talk, shelf);
        }
        var plan = new Server.Plan(port, Path.of(""), shelf.shipped(), file, solver.settings());
        talk.interruption.leaves("the browser app is closed.");
        try (Server server = start(plan)) {
            talk.print(server.address() + "\n");
            if (!Server.hasPages()) {
                talk.say(
                        talk.errStyle().yellow("casus:") + " This build has no pages: Node.js 18 or newer with npm was "
                                + "missing when it was built. The API works as it is.");
            }
            talk.say("Open this address in a browser on this machine. Ctrl-C ends it.");
            if (!quiet) {
                show(server.address());
            }
            // Until the process is told to stop.
            new CountDownLatch(1).await();
            return Exit.OK.code();
        }
    }

    private Server start(Server.Plan plan) {
        try {
            return Server.start(plan, line -> talk.say("casus open: " + line));
        } catch (IllegalStateException | UncheckedIOException e) {
            String what = port == 0 ? "No port" : "Port " + port;
            throw new Failure(
                    Exit.IO,
                    what + " of 127.0.0.1 " + (port == 0 ? "can" : "cannot") + " be had: " + cause(e) + ".",
                    port == 0
                            ? "Is a program forbidden to listen here?"
                            : "Leave --port out to take one that is free.");
        }
    }

    private static String cause(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    /// Opens the browser as the system does; where that fails the address is on the screen already.
    private void show(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", address.toString())
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                        : List.of("xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            talk.say("No browser could be started from here (" + command.getFirst() + "): copy the address.");
        }
    }
}
