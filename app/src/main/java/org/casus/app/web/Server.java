package org.casus.app.web;

import io.helidon.webserver.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.equilibrium.Settings;

/// The browser app on loopback, from its start to its end. Nobody but this machine reaches it, and nothing leaves it.
public final class Server implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int KEY_BYTES = 24;
    /// Helidon tells of itself at every start; held here, for a logger that nobody holds forgets its level.
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final Tabs tabs = new Tabs();
    private final Jobs jobs = new Jobs();
    private final String token;
    private final Library library;
    private final Desks desks;
    private final WebServer server;

    /// What is served, and how.
    ///
    /// @param port to listen on; 0 for any that is free
    /// @param folder where Casus was started: the only one in which files are made
    /// @param shipped scenarios that came with Casus, by name
    /// @param opened the scenario to open
    /// @param settings of every solve
    public record Plan(
            int port, Path folder, SortedMap<String, Path> shipped, Optional<Path> opened, Settings settings) {}

    private Server(Plan plan, Consumer<String> log) {
        HELIDON.setLevel(Level.OFF);
        token = key();
        library = new Library(plan.folder(), plan.shipped(), plan.opened());
        desks = new Desks(library, plan.settings());
        ahead();
        var api = new Api(library, desks, tabs, jobs, log);
        server = WebServer.builder()
                .host(HOST)
                .port(plan.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .routing(routes -> {
                    routes.addFilter(new Gate(token, this::port, log));
                    api.route(routes);
                })
                .build();
    }

    /// Starts serving `plan`.
    ///
    /// @param log takes one line for each request that is refused
    /// @throws IllegalStateException if the port cannot be had
    public static Server start(Plan plan, Consumer<String> log) {
        var server = new Server(plan, log);
        server.server.start();
        return server;
    }

    /// The scenario that is to be opened is worked out while the server and the browser still start.
    private void ahead() {
        library.opened()
                .ifPresent(id -> Thread.ofPlatform().daemon().name("ahead").start(() -> {
                    try {
                        desks.desk(id).board(View.AS_IS, Stage.RETHOUGHT);
                    } catch (Exception e) {
                        // Whoever asks for the Board is told what is wrong.
                        return;
                    }
                }));
    }

    private static String key() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// Where a browser is to go first: the address holds the key.
    public URI address() {
        String page = library.opened().map(id -> "s/" + id).orElse("");
        return URI.create("http://" + HOST + ":" + port() + "/" + page + "?token=" + token);
    }

    /// Whether this build has pages to show.
    public static boolean hasPages() {
        return Pages.built();
    }

    /// Stops listening and all work that is under way.
    @Override
    public void close() {
        jobs.close();
        tabs.close();
        server.stop();
    }
}
