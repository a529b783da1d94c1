package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.casus.app.cli.Claims;
import org.casus.app.cli.CommandLines;
import org.casus.equilibrium.Settings;
import org.casus.study.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the API answers, against what commands say.
@Timeout(120)
class ApiTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("neighbours.yaml");
        Files.writeString(file, Claims.TEXT);
        var plan = new Server.Plan(0, folder, new TreeMap<>(), Optional.of(file), Settings.standard());
        server = Server.start(plan, line -> {});
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var answer = client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private static String set(String setting) {
        return "set=" + URLEncoder.encode(setting, StandardCharsets.UTF_8);
    }

    private JsonNode command(String... args) {
        return MAPPER.readTree(CommandLines.run(args).out());
    }

    @Test
    void theBoardHasTheOddsThatSolveHas() throws Exception {
        String set = "breakthrough odds=14% each week";
        JsonNode solve = command("solve", file.toString(), "--policy", "watched", "--set", set, "--json");
        JsonNode board = json("/api/v1/s/neighbours/board?stage=confirmed&serial=7&policy=watched&" + set(set));
        assertThat(board.path("serial").asLong()).isEqualTo(7);
        assertThat(board.path("hash")).isEqualTo(solve.path("hash"));
        assertThat(board.path("dots").asString()).hasSize(100);
        for (JsonNode outcome : board.path("outcomes")) {
            double odds =
                    solve.path("outcomes").path(outcome.path("id").asString()).asDouble();
            assertThat(outcome.path("odds").asDouble()).isCloseTo(odds, within(1e-9));
        }
        assertThat(json("/s/neighbours.json?stage=confirmed&policy=watched&" + set(set))
                        .path("outcomes"))
                .isEqualTo(board.path("outcomes"));
    }

    /// To first order from where the hand started, and said to be so; plans held where that does not reach.
    @Test
    void theBoardIsAskedForToFirstOrder() throws Exception {
        String board = "/api/v1/s/neighbours/board?stage=about&";
        String start = set("breakthrough odds=12% each week");
        JsonNode about = json(board + start + "&" + set("east wants line is new=4.4") + "&from=" + start.substring(4));
        assertThat(about.path("stage").asString()).isEqualTo("about");
        assertThat(about.path("residual").isNull()).isTrue();
        assertThat(about.path("held").size()).isEqualTo(3);
        assertThat(about.path("over").isEmpty()).isTrue();
        assertThat(json(board + set("east wants line is new=9")).path("stage").asString())
                .isEqualTo("held");
        assertThat(get(board + "from=nonsense&" + start).statusCode()).isEqualTo(400);
    }

    @Test
    void moversAreTheSlopesOfMatters() throws Exception {
        JsonNode matters =
                command("matters", file.toString(), "--outcome", "dictated", "--worlds", "0", "--no-verify", "--json");
        JsonNode movers = json("/api/v1/s/neighbours/movers?outcome=dictated").path("movers");
        JsonNode first = movers.get(0);
        for (JsonNode slope : matters.path("slopes")) {
            if (slope.path("judgement").equals(first.path("path"))) {
                double width = first.path("high").asDouble() - first.path("low").asDouble();
                assertThat(first.path("swing").asDouble())
                        .isCloseTo(100 * width * slope.path("slope").asDouble(), within(1e-6));
                return;
            }
        }
        throw new AssertionError("no slope of " + first + " in " + matters.path("slopes"));
    }

    /// All but the facts of the run.
    private static JsonNode withoutFacts(JsonNode document) {
        var rest = (ObjectNode) document.deepCopy();
        for (String fact : new String[] {"seconds", "threads", "run", "host", "started", "finished", "resumed"}) {
            rest.remove(fact);
        }
        return rest;
    }

    @Test
    void policiesAndClaimsAreWhatTheCommandsSay() throws Exception {
        var policies = (ObjectNode) withoutFacts(json("/s/neighbours/policies.json?worlds=8"));
        JsonNode each = policies.remove("each");
        assertThat(policies.remove("measures").path("quiet").path("unit").asString())
                .isEqualTo("weeks");
        assertThat(policies).isEqualTo(withoutFacts(command("compare", file.toString(), "--worlds", "8", "--json")));
        for (JsonNode policy : policies.path("policies")) {
            JsonNode odds =
                    each.path(policy.path("id").asString()).path("outcomes").path("peace");
            assertThat(odds).hasSize(policies.path("compared").asInt());
            double[] worlds = new double[odds.size()];
            Arrays.setAll(worlds, k -> odds.get(k).asDouble());
            assertThat(Band.of(worlds).median())
                    .isEqualTo(
                            policy.path("outcomes").path("peace").path("median").asDouble());
        }
        JsonNode claims = withoutFacts(json("/api/v1/s/neighbours/claims?worlds=8"));
        for (JsonNode claim : claims.path("claims")) {
            var one = (ObjectNode) claim;
            assertThat(one.remove("line").asInt()).isGreaterThan(40);
            assertThat(one.remove("found").asString().isEmpty())
                    .isEqualTo(claim.path("verdict").asString().matches("untestable|assumed"));
            assertThat(one.remove("notes").isArray()).isTrue();
        }
        assertThat(claims).isEqualTo(withoutFacts(command("test", file.toString(), "--worlds", "8", "--json")));
    }

    @Test
    void mattersBeginsWithSlopesAndEndsAsTheCommand() throws Exception {
        String url = "/api/v1/s/neighbours/matters?outcome=peace&worlds=";
        var slopes = (ObjectNode) json(url + 0);
        slopes.remove("told");
        JsonNode command =
                command("matters", file.toString(), "--outcome", "peace", "--worlds", "0", "--no-verify", "--json");
        assertThat(slopes.path("tornado").size())
                .isEqualTo(command.path("tornado").size());
        assertThat(slopes.path("odds").asDouble())
                .isCloseTo(command.path("odds").asDouble(), within(1e-9));
        String events = get("/api/v1/s/neighbours/matters/events?outcome=peace&worlds=8")
                .body();
        assertThat(events.split("event:result", -1)).as("slopes, 4 worlds, 8").hasSize(4);
        assertThat(events).contains("\"most\": \"What could move it most");
    }

    @Test
    void pathsTellTheStoriesFirst() throws Exception {
        String events = get("/api/v1/s/neighbours/paths/events?outcome=peace").body();
        String[] results = events.split("event:result", -1);
        assertThat(results).hasSize(3);
        assertThat(results[1]).contains("\"storylines\"").contains("\"lanes\"").contains("\"error\": null");
        assertThat(results[2]).contains("\"conduct\"").contains("\"worth\"");
    }

    @Test
    void theBriefIsTheOneOfTheCommandInASandbox() throws Exception {
        Path brief = folder.resolve("brief.html");
        CommandLines.run("report", file.toString(), "--worlds", "4", "-o", brief.toString());
        String events = get("/api/v1/s/neighbours/report/events?worlds=4").body();
        assertThat(events)
                .contains("event:progress")
                .contains("\"url\": \"/api/v1/s/neighbours/report/brief?worlds=4\"")
                .doesNotContain("<html")
                .endsWith("event:end\ndata:{}\n\n");
        var page = get("/api/v1/s/neighbours/report/brief?worlds=4&keep=1");
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox allow-scripts; default-src 'none'");
        assertThat(page.headers().firstValue("content-disposition"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("neighbours-brief.html"));
        assertThat(sentences(page.body())).isEqualTo(sentences(Files.readString(brief)));
    }

    /// A brief but for the command that makes it again.
    private static String sentences(String html) {
        return html.replaceAll("(?s)<section id=\"manifest\".*", "");
    }

    @Test
    void aBriefThatCannotBeIsRefused() throws Exception {
        assertThat(get("/api/v1/s/neighbours/report?worlds=4&outcome=nothing").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/s/nowhere/report/brief").statusCode()).isEqualTo(404);
    }

    @Test
    void theSituationFollowsThePolicy() throws Exception {
        JsonNode asIs = json("/api/v1/s/neighbours/situation");
        assertThat(asIs.path("format").asString()).isEqualTo("casus-situation/1");
        assertThat(movers(asIs, "watch", 1)).isEmpty();
        assertThat(movers(json("/s/neighbours/situation.json?policy=watched"), "watch", 1))
                .containsExactly("north/send-watch");
    }

    private static List<String> movers(JsonNode situation, String row, int level) {
        var moves = new ArrayList<String>();
        for (JsonNode one : situation.path("rows")) {
            if (one.path("id").asString().equals(row)) {
                one.path("levels")
                        .get(level)
                        .path("moves")
                        .forEach(move -> moves.add(move.path("move").asString()));
            }
        }
        return moves;
    }

    @Test
    void pathsAreWhatWhySays() throws Exception {
        JsonNode why = command("why", file.toString(), "--outcome", "peace", "--quick", "--json");
        JsonNode paths = json("/api/v1/s/neighbours/paths?outcome=peace");
        assertThat(paths.path("odds").asDouble()).isCloseTo(why.path("odds").asDouble(), within(1e-9));
        assertThat(paths.path("storylines").size())
                .isEqualTo(why.path("storylines").size());
        assertThat(paths.path("pivotal").get(0).path("move"))
                .isEqualTo(why.path("pivotal").get(0).path("move"));
    }

    @Test
    void eventsGrowToTheWholeAndEnd() throws Exception {
        String events = get("/api/v1/s/neighbours/bands/events?worlds=512").body();
        // What comes while nobody reads is told by what comes after it, so there may be fewer than rounds.
        assertThat(events.split("event:result", -1)).hasSizeBetween(2, 9);
        assertThat(events).contains("\"worlds\": 512").endsWith("event:end\ndata:{}\n\n");
        assertThat(events.lastIndexOf("\"worlds\": ")).isEqualTo(events.lastIndexOf("\"worlds\": 512"));
    }

    @Test
    void whatIsAskedWronglyIsToldInASentence() throws Exception {
        var unknown = get("/api/v1/s/nowhere/board");
        assertThat(unknown.statusCode()).isEqualTo(404);
        var policy = get("/api/v1/s/neighbours/board?policy=nothing");
        assertThat(policy.statusCode()).isEqualTo(422);
        assertThat(policy.body()).contains("nothing");
        assertThat(get("/api/v1/s/neighbours/board?stage=soon").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/s/neighbours/bands?worlds=many").statusCode()).isEqualTo(400);
        var value = get("/api/v1/s/neighbours/board?" + set("breakthrough odds=often"));
        assertThat(value.statusCode()).isEqualTo(422);
        assertThat(MAPPER.readTree(value.body())
                        .path("problems")
                        .get(0)
                        .path("column")
                        .asInt())
                .isPositive();
        assertThat(get("/api/v1/s/neighbours/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatChangesIsReadAgain() throws Exception {
        double before = json("/api/v1/s/neighbours/board")
                .path("outcomes")
                .get(0)
                .path("odds")
                .asDouble();
        Files.writeString(file, Claims.TEXT.replace("odds: 5% to 15% each week", "odds: 1% each week"));
        assertThat(json("/api/v1/s/neighbours/board")
                        .path("outcomes")
                        .get(0)
                        .path("odds")
                        .asDouble())
                .isLessThan(before);
        Files.writeString(file, "format: casus/1\nboard: {war: }");
        var broken = get("/api/v1/s/neighbours/board");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(MAPPER.readTree(broken.body()).path("problems").size()).isPositive();
    }

    @Test
    void draftsAreCheckedAndChanged() throws Exception {
        var body = MAPPER.createObjectNode().put("text", Claims.TEXT);
        body.putArray("edits").addObject().put("path", "breakthrough odds").put("value", "6% to 9% each week");
        JsonNode edited = post("/api/v1/s/neighbours/edits", body);
        String text = edited.path("text").asString();
        assertThat(text).contains("odds: 6% to 9% each week per guess");
        assertThat(edited.path("diff").size()).isEqualTo(1);
        JsonNode good =
                post("/api/v1/s/neighbours/check", MAPPER.createObjectNode().put("text", text));
        assertThat(good.path("problems").size()).isZero();
        assertThat(good.path("sheet").path("judgements").size()).isPositive();
        JsonNode bad = post(
                "/api/v1/s/neighbours/check", MAPPER.createObjectNode().put("text", text.replace("6% to 9%", "often")));
        assertThat(bad.path("problems").get(0).path("line").asInt()).isGreaterThan(30);
        assertThat(Files.readString(file)).isEqualTo(Claims.TEXT);
    }
}
