package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casus.app.cli.Claims;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is written, and above all what is not.
@Timeout(120)
class KeepingTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SAVE = "/api/v1/s/neighbours/save";

    @TempDir
    Path own;

    @TempDir
    Path shelf;

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = own.resolve("neighbours.yaml");
        Files.writeString(file, Claims.TEXT);
        Path shipped = Files.createDirectory(shelf.resolve("classic")).resolve(ScenarioFile.NAME);
        Files.writeString(shipped, Claims.TEXT);
        var ships = new TreeMap<String, Path>();
        ships.put("classic", shipped);
        server = Server.start(new Server.Plan(0, own, ships, Optional.of(file), Settings.standard()), line -> {});
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        String key = server.address().getQuery().substring("token=".length());
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                .build());
    }

    private JsonNode told(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return MAPPER.readTree(answer.body());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return told(200, send(request(path).build()));
    }

    private static ObjectNode text(String text) {
        return MAPPER.createObjectNode().put("text", text);
    }

    private String base(String id) throws IOException, InterruptedException {
        return get("/api/v1/s/" + id + "/file").path("hash").asString();
    }

    /// Names of all that lies in the user's folder.
    private Set<String> there() throws IOException {
        try (var files = Files.walk(own)) {
            Set<String> names = new TreeSet<>();
            files.filter(each -> !each.equals(own))
                    .forEach(each -> names.add(own.relativize(each).toString().replace('\\', '/')));
            return names;
        }
    }

    private void nothingWritten() throws IOException {
        assertThat(there()).containsExactly("neighbours.yaml");
        assertThat(Files.readString(file)).isEqualTo(Claims.TEXT);
        assertThat(Files.readString(shelf.resolve("classic/scenario.yaml"))).isEqualTo(Claims.TEXT);
    }

    @Test
    void aSaveKeepsCommentsAndOrderAndIsThereAtOnce() throws Exception {
        String commented =
                "# mine\n\n" + Claims.TEXT.replace("\noutcomes:", "\n\n# how it ends\noutcomes:") + "# the end\n";
        assertThat(commented).contains("# how it ends");
        Files.writeString(file, commented);
        String base = base("neighbours");
        var body = text(commented);
        body.putArray("edits").addObject().put("path", "breakthrough odds").put("value", "6% to 9% each week");
        String changed =
                told(200, post("/api/v1/s/neighbours/edits", body)).path("text").asString();
        JsonNode saved = told(200, post(SAVE, text(changed).put("base", base)));
        assertThat(Files.readString(file))
                .isEqualTo(commented.replace("odds: 5% to 15% each week", "odds: 6% to 9% each week"));
        assertThat(saved.path("id").asString()).isEqualTo("neighbours");
        assertThat(saved.path("hash").asString()).isEqualTo(base("neighbours"));
        assertThat(get("/api/v1/s/neighbours").path("hash")).isEqualTo(saved.path("hash"));
        assertThat(get("/api/v1/s/neighbours/board").path("hash")).isEqualTo(saved.path("hash"));
    }

    @Test
    void aFileThatWasChangedMeanwhileIsNotWrittenOver() throws Exception {
        String base = base("neighbours");
        String theirs = Claims.TEXT + "# theirs\n";
        Files.writeString(file, theirs);
        JsonNode refused = told(409, post(SAVE, text(Claims.TEXT + "# mine\n").put("base", base)));
        assertThat(refused.path("error").asString()).contains("neighbours.yaml has been changed");
        assertThat(Files.readString(file)).isEqualTo(theirs);
        told(200, post(SAVE, text(Claims.TEXT + "# mine\n").put("base", base("neighbours"))));
        assertThat(Files.readString(file)).endsWith("# mine\n");
    }

    @Test
    void whatShipsStaysAsItIsAndCanBeCopied() throws Exception {
        String base = base("classic");
        JsonNode refused = told(
                403, post("/api/v1/s/classic/save", text(Claims.TEXT + "#\n").put("base", base)));
        assertThat(refused.path("advice").get(0).asString()).contains("a name of your own");
        nothingWritten();
        told(200, post("/api/v1/s/classic/save", text(Claims.TEXT + "#\n").put("as", "my-classic")));
        assertThat(Files.readString(own.resolve("my-classic/scenario.yaml"))).isEqualTo(Claims.TEXT + "#\n");
        assertThat(get("/api/v1/s/my-classic").path("id").asString()).isEqualTo("my-classic");
    }

    @Test
    void badNamesAreRefused() throws Exception {
        for (String name : List.of(
                "",
                "../x",
                "..",
                "a/b",
                "a\\b",
                "/etc/x",
                "con",
                "nul",
                "com1",
                "A",
                "a b",
                "-a",
                "a-",
                "a\u0000b",
                "é",
                "a".repeat(100))) {
            JsonNode refused = told(400, post(SAVE, text(Claims.TEXT).put("as", name)));
            assertThat(refused.path("error").asString())
                    .as(name)
                    .contains("no name")
                    .hasSizeLessThan(120);
            told(400, post("/api/v1/new", MAPPER.createObjectNode().put("name", name)));
        }
        nothingWritten();
    }

    @Test
    void anotherNameNeverWritesOverAnything() throws Exception {
        told(409, post(SAVE, text(Claims.TEXT).put("as", "neighbours")));
        // It would hide what ships.
        told(409, post(SAVE, text(Claims.TEXT).put("as", "classic")));
        nothingWritten();
        Files.createDirectory(own.resolve("notes"));
        told(409, post(SAVE, text(Claims.TEXT).put("as", "notes")));
        assertThat(there()).containsExactly("neighbours.yaml", "notes");
        told(200, post(SAVE, text(Claims.TEXT).put("as", "second")));
        told(409, post(SAVE, text(Claims.TEXT + "# again\n").put("as", "second")));
        assertThat(Files.readString(own.resolve("second/scenario.yaml"))).isEqualTo(Claims.TEXT);
    }

    @Test
    void whatIsNoScenarioIsNotWritten() throws Exception {
        String broken = Claims.TEXT.replace("odds: 5% to 15% each week", "odds: often");
        for (var body : List.of(
                text(broken).put("base", base("neighbours")), text(broken).put("as", "other"))) {
            JsonNode problem = told(422, post(SAVE, body)).path("problems").get(0);
            assertThat(broken.lines().toList().get(problem.path("line").asInt() - 1))
                    .contains("often");
        }
        told(422, post(SAVE, text("x".repeat(2_000_000)).put("as", "other")));
        nothingWritten();
    }

    @Test
    void aBoardTooLargeToSolveIsNotWritten() throws Exception {
        var rows = new StringBuilder("board:\n");
        for (int k = 0; k < 40; k++) {
            rows.append("  row-").append(k).append(": {levels: [low, middle, high], start: low}\n");
        }
        var moves = new StringBuilder("chance:\n");
        for (int k = 0; k < 40; k++) {
            moves.append("  rises-").append(k).append(": {if: row-").append(k);
            moves.append(" below high, odds: 10% each week per guess, then: row-")
                    .append(k)
                    .append(" up 1}\n");
        }
        String large = """
                format: casus/1
                title: Too large
                question: How large may it be?
                as_of: 2024-03-01
                clock: {unit: week, horizon: 26}
                defaults:
                  acts: every week per guess
                  drifts: every 1 to 3 months per guess
                  looks ahead: 4 to 9 months per guess
                  sharpness: 20 to 200 per guess
                """ + rows + "actors: {ann: {wants: {row-0 is high: 5 per guess}}}\n" + moves
                + "outcomes: {high: {title: High, if: row-0 is high}, lower: {title: Lower, if: otherwise}}\n";
        JsonNode checked = told(200, post("/api/v1/s/neighbours/check", text(large)));
        assertThat(checked.path("problems").size()).as(checked.toString()).isZero();
        for (var body :
                List.of(text(large).put("base", base("neighbours")), text(large).put("as", "large"))) {
            assertThat(told(422, post(SAVE, body)).path("error").asString()).contains("too large to be solved");
        }
        nothingWritten();
    }

    @Test
    void whatIsNoJsonIsNotRead() throws Exception {
        for (String path : List.of(SAVE, "/api/v1/s/neighbours/check", "/api/v1/new", "/api/v1/new/questions")) {
            told(
                    400,
                    send(request(path)
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build()));
            told(
                    400,
                    send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build()));
            told(
                    400,
                    send(request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"text\": "))
                            .build()));
        }
        told(400, post(SAVE, MAPPER.createArrayNode()));
        told(400, post(SAVE, text(Claims.TEXT)));
        nothingWritten();
    }

    private static ObjectNode answers(String name, String... answers) {
        var body = MAPPER.createObjectNode().put("name", name);
        var given = body.putObject("answers");
        for (int k = 0; k < answers.length; k += 2) {
            given.put(answers[k], answers[k + 1]);
        }
        return body;
    }

    @Test
    void theInterviewHasOddsAfterTheThirdAnswer() throws Exception {
        JsonNode two = told(
                200,
                post(
                        "/api/v1/new/questions",
                        answers("valley", "who", "Ann, Bob", "changes", "war: quiet, skirmish*, war")));
        assertThat(two.path("board").isNull()).isTrue();
        assertThat(two.path("questions").size()).isEqualTo(5);
        var three = answers(
                "valley",
                "who",
                "Ann, Bob",
                "changes",
                "war: quiet, skirmish*, war",
                "wants",
                "Ann wants war is quiet 4 to 6");
        JsonNode board =
                told(200, post("/api/v1/new/questions?tab=t&serial=2", three)).path("board");
        assertThat(board.path("dots").asString()).hasSize(100);
        assertThat(board.path("sentence").asString()).isNotBlank();
        JsonNode wrong = told(200, post("/api/v1/new/questions", answers("valley", "changes", "war")));
        assertThat(wrong.path("questions").get(1).path("complaints").size()).isPositive();
        nothingWritten();
    }

    @Test
    void theInterviewIsWrittenOnlyIfItIsUnderstood() throws Exception {
        JsonNode refused = told(422, post("/api/v1/new", answers("valley", "changes", "war")));
        assertThat(refused.path("advice").size()).isPositive();
        nothingWritten();
        JsonNode made = told(200, post("/api/v1/new", answers("valley", "who", "Ann, Bob")));
        assertThat(made.path("id").asString()).isEqualTo("valley");
        assertThat(Files.readString(own.resolve("valley/scenario.yaml"))).contains("ann:", "per guess", "# ");
        assertThat(get("/api/v1/s/valley/board").path("dots").asString()).hasSize(100);
        told(409, post("/api/v1/new", answers("valley", "who", "Cid, Dan")));
    }

    @Test
    void editorsAreGivenTheSchema() throws Exception {
        assertThat(get("/api/v1/schema").path("properties").has("board")).isTrue();
        assertThat(get("/s/neighbours/edit.json").path("format").asString()).isEqualTo("casus-sheet/1");
    }
}
