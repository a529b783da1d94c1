package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.casus.app.cli.Claims;
import org.casus.equilibrium.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages beside the Board, in a real browser.
@Timeout(180)
class PagesInBrowserTest {

    /// Each page, with words that stand on it once everything is there.
    enum At {
        SITUATION("situation", "Who is tied to whom"),
        PATHWAYS("paths?outcome=peace", "Decisions, and why not otherwise"),
        POLICIES("policies?worlds=4&with=watched", "Two policies, world by world"),
        CLAIMS("claims?worlds=4", "The war goes on."),
        MATTERS("matters?outcome=dictated&worlds=4", "Sorted by"),
        REPORT("report?worlds=4", "Worlds");

        private final String path;
        private final String words;

        At(String path, String words) {
            this.path = path;
            this.words = words;
        }
    }

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
        return visit;
    }

    private static void look(Page page, At at) {
        page.navigate(origin() + "/s/neighbours/" + at.path);
        Visit.until(page, at.path, () -> page.locator("main").innerText().contains(at.words));
        Visit.until(page, at.path + " at rest", () -> page.locator("progress").count() == 0);
    }

    @ParameterizedTest
    @EnumSource(At.class)
    void everyPageIsThereAndOpenToAll(At at) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var visit = visit(new Browser.NewContextOptions().setColorScheme(scheme))) {
                look(visit.page, at);
                assertThat(Chromium.grave(visit.page)).as(at + " " + scheme).isEmpty();
                visit.page.setViewportSize(640, 480);
                assertThat(Chromium.grave(visit.page))
                        .as(at + " " + scheme + " at 200%")
                        .isEmpty();
                visit.page.setViewportSize(320, 640);
                assertThat((int) visit.page.evaluate("document.documentElement.scrollWidth"))
                        .as(at + " on a screen of 320")
                        .isLessThanOrEqualTo(320);
                visit.page.setViewportSize(1280, 800);
                visit.picture(at.name().toLowerCase(java.util.Locale.ROOT) + "-" + scheme);
                assertThat(visit.complaints).isEmpty();
            }
        }
    }

    @Test
    void twoPoliciesAreComparedAndTheAddressSaysWhich() {
        try (var visit = visit(new Browser.NewContextOptions())) {
            Page page = visit.page;
            look(page, At.POLICIES);
            String between = page.locator("#between").locator("..").innerText();
            assertThat(between).contains("Under watch");
            Page again = visit.tab(origin());
            again.navigate(page.url());
            Visit.until(
                    again,
                    "the same two",
                    () -> again.locator("#between").count() == 1
                            && again.locator("#between")
                                    .locator("..")
                                    .innerText()
                                    .equals(between));
        }
    }

    @Test
    void theBriefIsMadeShownAndPrinted() throws IOException {
        try (var visit = visit(new Browser.NewContextOptions())) {
            Page page = visit.page;
            look(page, At.REPORT);
            page.locator("button.main").click();
            Visit.until(page, "the brief", () -> page.locator("iframe.brief").count() == 1);
            Visit.until(
                    page,
                    "its title",
                    () -> page.frameLocator("iframe.brief").locator("h1").count() == 1);
            Page alone = visit.tab(origin());
            alone.navigate(origin() + page.locator("iframe.brief").getAttribute("src"));
            assertThat(alone.title()).isEqualTo("Two neighbours");
            byte[] pdf = alone.pdf();
            assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
            visit.picture("report-made");
        }
    }

    @Test
    void theLibraryOpensWhatItShows() {
        try (var visit = visit(new Browser.NewContextOptions())) {
            Page page = visit.page;
            page.navigate(origin() + "/");
            Visit.until(
                    page, "the Library", () -> page.getByText("Two neighbours").count() > 0);
            assertThat(Chromium.grave(page)).isEmpty();
            visit.picture("library");
            page.getByText("Two neighbours").first().click();
            Visit.until(page, "its Board", () -> page.locator("svg.dots").count() == 1);
            assertThat(visit.complaints).isEmpty();
        }
    }

    /// A process of its own, killed while it works: the page says so, and a new one shows the same view.
    @Test
    void aServerThatDiesIsMissedAndAnotherOneTakesOver() throws Exception {
        Path file = folder.resolve("neighbours.yaml");
        Process first = Processes.open(file, folder.resolve("first.txt"));
        String address = Processes.address(folder.resolve("first.txt"));
        String origin = address.replaceFirst("/s/.*", "");
        try (var visit = new Visit(chromium.orElseThrow(), origin, new Browser.NewContextOptions())) {
            Page page = visit.page;
            page.navigate(address);
            Visit.until(page, "sliders", () -> page.locator(".assumption").count() > 2);
            first.destroyForcibly().waitFor();
            page.locator(".assumption input[type=range]").first().focus();
            page.keyboard().press("End");
            Visit.until(
                    page, "it is missed", () -> page.locator("main").innerText().contains("Casus does not answer."));
            Visit.until(page, "the address holds the setting", () -> page.url().contains("set="));
            String view = page.url().replaceFirst(Pattern.quote(origin), "");
            visit.picture("server-gone");
            Process second = Processes.open(file, folder.resolve("second.txt"));
            try {
                String anew = Processes.address(folder.resolve("second.txt"));
                String key = anew.substring(anew.indexOf("token="));
                Page again = visit.tab(anew.replaceFirst("/s/.*", ""));
                again.navigate(anew.replaceFirst("/s/.*", "") + view + "&" + key);
                Visit.until(
                        again, "the same view", () -> again.locator("svg.dots").count() == 1);
                assertThat(again.url()).endsWith(view);
            } finally {
                second.destroyForcibly().waitFor();
            }
        } finally {
            first.destroyForcibly();
        }
    }

    /// `casus open` as processes.
    private static final class Processes {

        private Processes() {}

        static Process open(Path file, Path out) throws IOException {
            var command =
                    new ArrayList<>(org.casus.app.cli.CommandLines.process("open", file.toString(), "--no-browser"));
            return new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        static String address(Path out) throws Exception {
            for (int k = 0; k < 600; k++) {
                String said = Files.exists(out) ? Files.readString(out) : "";
                if (said.endsWith("\n")) {
                    return said.strip();
                }
                Thread.sleep(50);
            }
            throw new AssertionError("no address");
        }
    }
}
