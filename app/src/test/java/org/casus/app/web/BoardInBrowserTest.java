package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.app.cli.Claims;
import org.casus.equilibrium.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Board as people meet it, in a real browser.
@Timeout(180)
class BoardInBrowserTest {

    @TempDir
    static Path folder;

    private static Optional<Chromium> chromium = Optional.empty();
    private static Optional<Server> server = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        chromium = Optional.of(Chromium.start());
        Path file = folder.resolve("neighbours.yaml");
        Files.writeString(file, Claims.TEXT);
        var plan = new Server.Plan(0, folder, new TreeMap<>(), Optional.of(file), Settings.standard());
        server = Optional.of(Server.start(plan, line -> {}));
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
        server.ifPresent(Server::close);
    }

    private static String origin() {
        return "http://127.0.0.1:" + server.orElseThrow().port();
    }

    private static Visit visit(Browser.NewContextOptions options) {
        var visit = new Visit(chromium.orElseThrow(), origin(), options);
        visit.page.navigate(server.orElseThrow().address().toString());
        settled(visit.page);
        return visit;
    }

    private static Visit visit() {
        return visit(new Browser.NewContextOptions());
    }

    private static void settled(Page page) {
        Visit.until(page, "the Board is checked from nothing", () -> {
            Locator stage = page.locator(".stage .quiet");
            return stage.count() == 1
                    && stage.innerText().equals("checked from nothing")
                    && page.locator(".assumption").count() > 2;
        });
    }

    private static String dots(Page page) {
        return page.locator("svg.dots [data-dot]").all().stream()
                .sorted(java.util.Comparator.comparingInt(dot -> Integer.parseInt(dot.getAttribute("data-dot"))))
                .map(dot -> dot.getAttribute("data-letter"))
                .collect(Collectors.joining());
    }

    private static Locator slider(Page page) {
        return page.locator(".assumption input[type=range]").first();
    }

    /// What the API says of the view that the address holds.
    private static JsonObject said(Page page) {
        String body = (String) page.evaluate("async () => (await fetch(location.pathname + '.json' + "
                + "(location.search ? location.search + '&' : '?') + 'stage=confirmed')).text()");
        return new com.google.gson.Gson().fromJson(body, JsonObject.class);
    }

    @Test
    void theFirstVisitShowsASentenceAHundredDotsAndSomethingToDrag() {
        try (var visit = visit()) {
            Page page = visit.page;
            assertThat(page.url()).isEqualTo(origin() + "/s/neighbours");
            assertThat(page.locator(".lead").innerText())
                    .contains("After 12 weeks")
                    .contains("of 100 such crises");
            assertThat(dots(page)).hasSize(100).isEqualTo(said(page).get("dots").getAsString());
            assertThat(page.getByText("Drag this. Watch the dots.").isVisible()).isTrue();
            page.getByText("Got it").click();
            page.reload();
            settled(page);
            assertThat(page.getByText("Drag this. Watch the dots.").count()).isZero();
            visit.picture("board");
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void aDragSettlesAtWhatIsSolvedAndCanBeTakenBack() {
        try (var visit = visit()) {
            Page page = visit.page;
            String before = page.locator(".lead").innerText();
            slider(page).focus();
            for (int k = 0; k < 8; k++) {
                page.keyboard().press("ArrowRight");
            }
            Visit.until(page, "the address holds the setting", () -> page.url().contains("set="));
            page.keyboard().press("Tab");
            settled(page);
            JsonObject said = said(page);
            assertThat(page.locator(".lead").innerText())
                    .isEqualTo(said.get("sentence").getAsString());
            assertThat(dots(page)).isEqualTo(said.get("dots").getAsString());
            assertThat(page.locator(".stage").innerText())
                    .contains("with plans held")
                    .contains("actors re-think");
            visit.picture("board-moved");
            page.locator("#dots").click();
            page.keyboard().press("Control+z");
            Visit.until(page, "the setting is taken back", () -> !page.url().contains("set="));
            settled(page);
            assertThat(page.locator(".lead").innerText()).isEqualTo(before);
            page.keyboard().press("Control+Shift+z");
            Visit.until(page, "the setting is there again", () -> page.url().contains("set="));
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void anAddressHoldsTheWholeView() {
        try (var visit = visit()) {
            Page page = visit.page;
            page.locator(".policy select").selectOption("watched");
            settled(page);
            slider(page).focus();
            page.keyboard().press("End");
            page.keyboard().press("Tab");
            Visit.until(page, "the address holds the setting", () -> page.url().contains("set="));
            settled(page);
            Page other = visit.tab(origin());
            other.navigate(page.url());
            settled(other);
            assertThat(other.locator(".lead").innerText())
                    .isEqualTo(page.locator(".lead").innerText());
            assertThat(dots(other)).isEqualTo(dots(page));
            assertThat(other.locator(".policy select").inputValue()).isEqualTo("watched");
            assertThat(slider(other).inputValue()).isEqualTo(slider(page).inputValue());
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void twoTabsDoNotDisturbEachOther() {
        try (var visit = visit()) {
            Page one = visit.page;
            Page two = visit.tab(origin());
            two.navigate(one.url());
            settled(two);
            String untouched = dots(two);
            slider(one).focus();
            one.keyboard().press("Home");
            one.keyboard().press("Tab");
            slider(two).focus();
            settled(one);
            settled(two);
            assertThat(dots(two)).isEqualTo(untouched);
            assertThat(one.url()).contains("set=");
            assertThat(two.url()).doesNotContain("set=");
        }
    }

    /// Nodes of the page and its heap stay level over a thousand moves, and so does the server.
    @Test
    void aThousandMovesLeaveNothingBehind() {
        try (var visit = visit()) {
            Page page = visit.page;
            var session = page.context().newCDPSession(page);
            session.send("Performance.enable");
            slider(page).focus();
            moves(page, 200);
            long nodes = metric(session, "Nodes");
            long heap = metric(session, "JSHeapUsedSize");
            moves(page, 1000);
            assertThat(metric(session, "Nodes")).as("nodes").isLessThan(nodes * 5 / 4);
            assertThat(metric(session, "JSHeapUsedSize")).as("heap").isLessThan(heap * 3 / 2);
            page.keyboard().press("Tab");
            settled(page);
            assertThat(dots(page)).isEqualTo(said(page).get("dots").getAsString());
            assertThat(visit.complaints.stream().filter(line -> !line.contains("409")))
                    .isEmpty();
        }
    }

    private static void moves(Page page, int count) {
        for (int k = 0; k < count; k++) {
            page.keyboard().press(k / 10 % 2 == 0 ? "ArrowRight" : "ArrowLeft");
        }
    }

    private static long metric(com.microsoft.playwright.CDPSession session, String name) {
        session.send("HeapProfiler.collectGarbage");
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                return metric.getAsJsonObject().get("value").getAsLong();
            }
        }
        throw new AssertionError("no metric " + name);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingKeepsAnybodyOut(ColorScheme scheme) {
        try (var visit = visit(new Browser.NewContextOptions().setColorScheme(scheme))) {
            assertThat(Chromium.grave(visit.page)).isEmpty();
            // At 200% a screen of 1280 is one of 640.
            visit.page.setViewportSize(640, 480);
            assertThat(Chromium.grave(visit.page)).isEmpty();
            visit.page.setViewportSize(320, 640);
            assertThat((int) visit.page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            visit.picture("board-320-" + scheme);
        }
    }

    @Test
    void coloursOfTheReadersOwnAndLessMotionDoNotHurt() {
        var options = new Browser.NewContextOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
        try (var visit = visit(options)) {
            assertThat(Chromium.grave(visit.page)).isEmpty();
            slider(visit.page).focus();
            visit.page.keyboard().press("End");
            assertThat((String) visit.page.evaluate(
                            "getComputedStyle(document.querySelector('.ring') ?? document.body)" + ".animationName"))
                    .isEqualTo("none");
            visit.picture("board-forced");
        }
    }
}
