package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Talk talk = new Talk(new Console(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            err,
            StandardCharsets.UTF_8,
            false,
            false,
            Optional.empty(),
            Map.of()));
    private final Complaints complaints = new Complaints(talk);

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void errorsOfCasusItselfAreOwnedWithoutATrace() {
        assertThat(complaints.report(new IllegalStateException("row 7 has no levels")))
                .isEqualTo(70);
        assertThat(said())
                .contains("This is an error in Casus itself")
                .contains("row 7 has no levels")
                .contains("--debug")
                .doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheTrace() {
        talk.debug = true;
        complaints.report(new IllegalStateException("row 7"));
        assertThat(said()).contains("\tat org.casus.app.cli.ComplaintsTest");
    }

    @Test
    void memoryThatRanOutIsOverBudgetWhereverItDid() {
        var elsewhere = new CompletionException(new OutOfMemoryError("Java heap space"));
        assertThat(complaints.report(elsewhere)).isEqualTo(4);
        assertThat(said()).contains("The memory is used up").contains("CASUS_JAVA_OPTS=-Xmx8g");
    }

    @Test
    void aReaderThatLeftHearsNothing() {
        assertThat(complaints.report(new Console.Gone())).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void reasonsOfTheSystemAreWords() {
        assertThat(Failure.io("It failed", new NoSuchFileException("/x")))
                .hasMessage("It failed: there is no such file.");
        assertThat(Failure.io("It failed", new AccessDeniedException("/x")))
                .hasMessage("It failed: permission is denied.");
        assertThat(Failure.io("It failed", new FileSystemException("/x", "/y", "No space left on device")))
                .hasMessage("It failed: no space left on device.");
        assertThat(Failure.io("It failed", new IOException("No space left on device")))
                .hasMessage("It failed: no space left on device.");
        assertThat(Failure.io("It failed", new IOException())).hasMessage("It failed: nobody knows why.");
    }

    @Test
    void adviceKeepsWithinTheWindowAndGuessesNoTwoLetters() {
        var unknown = new Shell().run("solve", "no-such-scenario-anywhere");
        assertThat(unknown.err().lines().skip(1)).allMatch(line -> line.length() <= 80);
        assertThat(new Shell().run("solve", "x", "--frobnicate").err()).doesNotContain("Did you mean");
    }
}
