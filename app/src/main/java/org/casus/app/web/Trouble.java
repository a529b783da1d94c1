package org.casus.app.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.casus.chain.TooFastException;
import org.casus.equilibrium.NotSolvedException;
import org.casus.game.SizeException;
import org.casus.scenario.ScenarioException;

/// Every way to fail, as a refusal in words.
final class Trouble {

    private Trouble() {}

    static Refusal of(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case ExecutionException behind when behind.getCause() != null -> of(behind.getCause());
            case ScenarioException invalid ->
                new Refusal(
                        422,
                        invalid.problems().isEmpty()
                                ? "The scenario cannot be read."
                                : invalid.problems().getFirst().found(),
                        List.of(),
                        invalid.problems());
            case SizeException large -> {
                String[] lines = String.valueOf(large.getMessage()).split("\n");
                yield new Refusal(
                        422,
                        "The board is too large to be solved: " + lines[0],
                        List.of(lines).subList(1, lines.length),
                        List.of());
            }
            case NotSolvedException unsolved ->
                new Refusal(422, "This is not solved: " + unsolved.getMessage(), "casus solve shows how far it went.");
            case TooFastException fast ->
                new Refusal(
                        422,
                        String.format(
                                Locale.ROOT,
                                "The odds over time are out of reach: something happens up to %.1e times a clock unit.",
                                fast.fastest()),
                        "Make the fastest rate slower.");
            case CancellationException stopped -> Refusal.superseded();
            case InterruptedException stopped -> Refusal.superseded();
            case IllegalArgumentException wrong -> new Refusal(400, String.valueOf(wrong.getMessage()));
            case IOException io -> new Refusal(500, "A file could not be read or written: " + io.getMessage());
            case OutOfMemoryError memory ->
                new Refusal(
                        507,
                        "The memory is used up: Java may take "
                                + (Runtime.getRuntime().maxMemory() >> 20) + " MB.",
                        "Start Casus with CASUS_JAVA_OPTS=-Xmx8g, or make the board smaller.");
            default -> new Refusal(500, "This is an error in Casus itself, not in your file: " + thrown + ".");
        };
    }
}
