package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.casus.app.cli.Claims;
import org.casus.equilibrium.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who is let in, by bare requests.
@Timeout(60)
class GateTest {

    private static final String LIBRARY = "/api/v1/library";

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private Server server;
    private String host;
    private String key;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("neighbours.yaml"), Claims.TEXT);
        var plan = new Server.Plan(0, folder, new TreeMap<>(), Optional.empty(), Settings.standard());
        server = Server.start(plan, log::add);
        host = "Host: 127.0.0.1:" + server.port();
        key = server.address().getQuery().substring("token=".length());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String get(String path, String... headers) throws IOException {
        return Client.get(server.port(), path, headers);
    }

    private String bearer() {
        return "Authorization: Bearer " + key;
    }

    private void nothingWritten() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void withTheKeyEverybodyOfThisMachineIsLetIn() throws IOException {
        assertThat(get(LIBRARY, host, bearer())).startsWith("HTTP/1.1 200").contains("\"neighbours\"");
        assertThat(get(LIBRARY, "Host: localhost:" + server.port(), bearer())).startsWith("HTTP/1.1 200");
        assertThat(log).isEmpty();
    }

    @Test
    void theAddressGivesACookieAndIsForgotten() throws IOException {
        String answer = get("/s/neighbours?policy=watched&token=" + key, host);
        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .containsIgnoringCase("location: /s/neighbours?policy=watched\r\n")
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(get(LIBRARY, host, "Cookie: casus-" + server.port() + "=" + key))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void withoutTheKeyNobodyIs() throws IOException {
        assertThat(get(LIBRARY, host)).startsWith("HTTP/1.1 401");
        assertThat(get(LIBRARY, host, "Authorization: Bearer " + key.replace(key.charAt(0), 'x')))
                .startsWith("HTTP/1.1 401");
        assertThat(get("/?token=wrong", host)).startsWith("HTTP/1.1 401");
        assertThat(get(LIBRARY, host, "Cookie: casus-" + server.port() + "=" + key.substring(1)))
                .startsWith("HTTP/1.1 401");
        assertThat(log).hasSize(4).allMatch(line -> line.startsWith("refused GET "));
    }

    /// A name that somebody lets resolve to this machine.
    @Test
    void aForeignHostIsNotServed() throws IOException {
        assertThat(get(LIBRARY, "Host: casus.example:" + server.port(), bearer()))
                .startsWith("HTTP/1.1 403");
        assertThat(get(LIBRARY, "Host: 127.0.0.1:1", bearer())).startsWith("HTTP/1.1 403");
        assertThat(log).hasSize(2).first().asString().contains("casus.example");
    }

    @Test
    void aForeignPageIsNotServed() throws IOException {
        assertThat(get(LIBRARY, host, bearer(), "Origin: http://casus.example")).startsWith("HTTP/1.1 403");
        assertThat(get(LIBRARY, host, bearer(), "Origin: null")).startsWith("HTTP/1.1 403");
        assertThat(get(LIBRARY, host, bearer(), "Origin: http://127.0.0.1:" + server.port()))
                .startsWith("HTTP/1.1 200");
        assertThat(log).hasSize(2);
    }

    @Test
    void aPathLeadsNowhereElse() throws IOException {
        for (String path : List.of(
                "/../../etc/passwd",
                "/s/../../etc/passwd",
                "/ui/..%2f..%2fetc%2fpasswd",
                "/ui/%2e%2e/secret",
                "/s/..\\..\\secret/file",
                "/api/v1/s/%2e%2e%2f%2e%2e%2fetc%2fpasswd/file")) {
            assertThat(get(path, host, bearer()))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("root:");
        }
        assertThat(get("/api/v1/s/neighbours.yaml/file", host, bearer())).startsWith("HTTP/1.1 404");
    }

    @Test
    void aHundredMegabytesAreNotRead() throws IOException {
        String head = "POST /api/v1/s/neighbours/check HTTP/1.1\r\n"
                + Client.lines(List.of(host, bearer(), "Content-Type: application/json"));
        assertThat(Client.send(
                        server.port(), head + "Content-Length: " + Client.HUNDRED_MB + "\r\n\r\n", Client.Body.WHOLE))
                .startsWith("HTTP/1.1 413");
        assertThat(log).hasSize(1);
        nothingWritten();
    }

    /// The same without saying how much it is.
    @Test
    void aHundredMegabytesInPiecesAreNotReadEither() throws IOException {
        String head = "POST /api/v1/s/neighbours/check HTTP/1.1\r\n"
                + Client.lines(List.of(host, bearer(), "Content-Type: application/json", "Transfer-Encoding: chunked"))
                + "\r\n";
        assertThat(Client.send(server.port(), head, Client.Body.CHUNKED)).startsWith("HTTP/1.1 413");
        assertThat(log).hasSize(1);
        nothingWritten();
    }

    @Test
    void whatDoesNotFitASentenceStaysOneLineOfTheLog() throws IOException {
        get("/" + "%1b".repeat(800), host);
        assertThat(log).hasSize(1);
        assertThat(log.getFirst()).doesNotContain("\u001b").hasSizeLessThan(200);
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws IOException {
        for (String answer : List.of(get("/", host), get(LIBRARY, host, bearer()), get("/no-such", host, bearer()))) {
            assertThat(answer)
                    .contains("Content-Security-Policy: default-src 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("frame-ancestors 'none'");
        }
    }
}
