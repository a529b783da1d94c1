package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.casus.app.edit.SaveException.Reason;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saving over a file that a person wrote.
class OpenFileTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("scenario.yaml"), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertNotSaved(OpenFile file, String text, Reason reason) {
        assertThatThrownBy(() -> file.save(text)).isInstanceOfSatisfying(SaveException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.advice()).isNotEmpty();
        });
    }

    @Test
    void whatIsSavedIsThereAndCanBeSavedAgain() throws Exception {
        Path path = file("a: 1\n");
        OpenFile saved = OpenFile.read(path).save("a: 2\n");
        assertThat(path).hasContent("a: 2\n");
        assertThat(saved).isEqualTo(OpenFile.read(path));
        saved.save("a: 3\n");
        assertThat(path).hasContent("a: 3\n");
        assertThat(names()).containsExactly("scenario.yaml");
    }

    @Test
    void theHashIsTheScenarios() throws Exception {
        Path path = file(EditorTest.TEXT);
        assertThat(OpenFile.read(path).hash())
                .isEqualTo(ScenarioFile.load(path).scenario().hash());
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws Exception {
        Path path = file("a: 1\n");
        OpenFile open = OpenFile.read(path);
        Files.writeString(path, "a: theirs\n");
        assertNotSaved(open, "a: mine\n", Reason.CHANGED);
        assertThat(path).hasContent("a: theirs\n");
        Files.delete(path);
        assertNotSaved(open, "a: mine\n", Reason.CHANGED);
        assertThat(names()).isEmpty();
    }

    @Test
    void linksAreFollowedAndStay() throws Exception {
        Path real = file("a: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), real);
        OpenFile.read(link).save("a: 2\n");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("a: 2\n");
    }

    @Test
    void permissionsStay() throws Exception {
        Path path = file("a: 1\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));
        OpenFile.read(path).save("a: 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void whatMayNotBeWrittenIsNot() throws Exception {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write anywhere");
        Path path = file("a: 1\n");
        OpenFile open = OpenFile.read(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        assertNotSaved(open, "a: 2\n", Reason.UNWRITABLE);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertNotSaved(open, "a: 2\n", Reason.UNWRITABLE);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(path).hasContent("a: 1\n");
    }

    /// Saves from a program of its own on a disk in memory, in a name space that ends with it.
    private String savedOn(String mount, String then) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("disk"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String script = mount + " && echo 'a: 1' > disk/s.yaml && " + then + " && '" + java + "' -cp '" + classPath
                + "' '" + OtherDisk.class.getName() + "' disk/s.yaml && ls -A disk && cat disk/s.yaml";
        Path out = folder.resolve("out.txt");
        Process process;
        try {
            process = new ProcessBuilder(
                            List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-ec", script))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "no disks of our own here: " + e.getMessage());
            return "";
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        assumeTrue(process.exitValue() == 0, "no disks of our own here: " + said);
        return said;
    }

    @Test
    void aFullDiskLosesNothing() throws Exception {
        assertThat(savedOn("mount -t tmpfs -o size=8k tmpfs disk", "true"))
                .contains("s.yaml could not be saved: no space left on device. It is as it was.")
                .endsWith("s.yaml\na: 1\n");
    }

    @Test
    void aFolderThatMayNotBeWrittenLosesNothing() throws Exception {
        assertThat(savedOn("mount -t tmpfs tmpfs disk", "mount -o remount,ro disk"))
                .contains("s.yaml could not be saved: permission is denied. It is as it was.")
                .endsWith("s.yaml\na: 1\n");
    }

    /// The program of [#savedOn].
    static final class OtherDisk {
        private OtherDisk() {}

        public static void main(String[] args) throws IOException {
            try {
                OpenFile.read(Path.of(args[0])).save("# " + "x".repeat(50_000));
            } catch (SaveException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void marksBreaksAndEndsStay() throws Exception {
        byte[] bytes = "\uFEFFa: 1\r\nb: 2\r\nc: 3".getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(folder.resolve("scenario.yaml"), bytes);
        OpenFile open = OpenFile.read(path);
        assertThat(open.text()).startsWith("a: 1");
        open.save(open.text()).save("a: 1\nx: 0\nb: 2\nc: 4");
        assertThat(Files.readAllBytes(path))
                .isEqualTo("\uFEFFa: 1\r\nx: 0\r\nb: 2\r\nc: 4".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mixedBreaksStayWhereTheLinesStay() {
        assertThat(Breaks.like("a\r\nb\nc\r\nd\n", "a\nb\nx\nd\n")).isEqualTo("a\r\nb\nx\r\nd\n");
        assertThat(Breaks.like("a\nb\n", "a\nc\n")).isEqualTo("a\nc\n");
        assertThat(Breaks.like("a\r\nb\r\n", "a\r\nc\n")).isEqualTo("a\r\nc\n");
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            String old = Stream.generate(
                            () -> (char) ('a' + random.nextInt(4)) + (random.nextBoolean() ? "\r\n" : "\n"))
                    .limit(1 + random.nextInt(12))
                    .reduce("", String::concat);
            assertThat(Breaks.like(old, old.replace("\r", "")))
                    .as("seed %s", seed)
                    .isEqualTo(old);
        }
    }

    @Test
    void whatIsNoScenarioFileIsNotOpened() throws Exception {
        Path path = Files.write(folder.resolve("x"), new byte[] {(byte) 0xff, 1});
        assertThatThrownBy(() -> OpenFile.read(path))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-8");
        assertNotSaved(OpenFile.read(file("a: 1\n")), "x".repeat(1_100_000), Reason.TOO_LARGE);
    }
}
