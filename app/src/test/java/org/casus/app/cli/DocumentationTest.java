package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages show is what Casus prints. Comments in them say what to run, and the block below each is
/// compared, or written with `-Dgolden.write=true`:
///
/// * `<!-- help: solve -->`: the help of a command
/// * `<!-- run: casus solve my-crisis -->`: what a command line prints, in one folder for the whole page
/// * `<!-- edit: OLD => NEW -->`: a change to `my-crisis/scenario.yaml`, to be made before going on
class DocumentationTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern MARK =
            Pattern.compile("<!-- (help|run|edit): (.*?) -->\n(\n*```text\n.*?```\n)?", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void helpInTheReferenceIsTheHelp() throws IOException, InterruptedException {
        page("reference/cli.md");
    }

    @Test
    void theTutorialIsReal() throws IOException, InterruptedException {
        page("tutorial/first-crisis.md");
    }

    @Test
    void everyCommandIsInTheReference() throws IOException {
        String page = Files.readString(DOCS.resolve("reference/cli.md"));
        var commands = Casus.line(new Talk(new Shell().console()), org.casus.app.text.Style.BARE)
                .getSubcommands();
        assertThat(commands.keySet()).allSatisfy(name -> {
            if (!name.equals("help")) {
                assertThat(page).contains("<!-- help: " + name + " -->");
            }
        });
    }

    @Test
    void linksBetweenPagesLead() throws IOException {
        var broken = new ArrayList<String>();
        try (Stream<Path> pages = Files.walk(DOCS)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(page));
                while (link.find()) {
                    if (!Files.exists(page.resolveSibling(link.group(1)))) {
                        broken.add(DOCS.relativize(page) + " → " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private void page(String name) throws IOException, InterruptedException {
        Path file = DOCS.resolve(name);
        String text = Files.readString(file);
        var written = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            String shown = switch (mark.group(1)) {
                case "help" -> new Shell().run(mark.group(2), "--help").out();
                case "run" -> "$ " + mark.group(2) + "\n" + run(mark.group(2));
                default -> edit(mark.group(2));
            };
            String block = shown.isEmpty() ? "" : "\n```text\n" + shown + "```\n";
            String head = "<!-- " + mark.group(1) + ": " + mark.group(2) + " -->\n";
            mark.appendReplacement(written, Matcher.quoteReplacement(head + block));
        }
        mark.appendTail(written);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, written);
        } else {
            assertThat(SolveCommandTest.steady(written.toString())).isEqualTo(SolveCommandTest.steady(text));
        }
    }

    private String edit(String change) throws IOException {
        String[] sides = change.replace("\\n", "\n").split(" => ", 2);
        Path scenario = folder.resolve("my-crisis/scenario.yaml");
        String text = Files.readString(scenario);
        assertThat(text).contains(sides[0]);
        Files.writeString(scenario, text.replace(sides[0], sides[1]));
        return "";
    }

    /// Both streams, as a terminal shows them.
    private String run(String line) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        assertThat(words.removeFirst()).isEqualTo("casus");
        Path out = folder.resolve("out.txt");
        List<String> command = ProcessTest.command(words.toArray(String[]::new));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
