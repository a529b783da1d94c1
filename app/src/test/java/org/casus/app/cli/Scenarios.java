package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small scenarios for tests.
final class Scenarios {

    /// One actor that may take a prize once, and chance that takes it away: a handful of states, solved at
    /// once.
    static final String PRIZE = """
            format: casus/1
            title: A prize
            question: Who has it in the end?
            as_of: 2024-01-01
            clock: {unit: week, horizon: 10}
            board:
              prize: {levels: [free, taken, gone], start: free}
              light: {levels: [off, on], start: off}
            actors:
              ann:
                acts: every week per guess
                drifts: every 4 weeks per guess
                looks ahead: 20 weeks per guess
                sharpness: 10 per guess
                wants: {prize is taken: 2 to 4 around 3 per guess}
            moves:
              ann/take: {if: prize is free, costs: 0.5 per guess, then: prize to taken}
              ann/switch-on: {if: light is off, costs: 0.1, then: light on, dormant: true}
            chance:
              theft: {if: prize is taken, odds: 5% each week per guess, then: prize to gone}
            outcomes:
              has-it: {title: Ann has it, if: prize is taken}
              lost: {title: It is gone, if: prize is gone, final: true}
              nobody: {title: Nobody took it, if: otherwise}
            policies:
              guarded: {title: Under guard, set: {theft odds: 1% each week per guess}}
            """.replace("then: light on,", "then: light to on,");

    /// Two who would rather move together, and rather be followed than follow: several equilibria.
    static final String FOLLOW = """
            format: casus/1
            title: Two who would rather move together
            question: Do they?
            as_of: 2024-01-01
            clock: {unit: week, horizon: 26}
            defaults: {acts: every week per guess, drifts: every 40 weeks per guess, looks ahead: 8 weeks per guess, sharpness: 100000 per guess}
            board:
              left: {levels: [back, forward], start: back}
              right: {levels: [back, forward], start: back}
            actors:
              ann:
                wants: {left is forward and right is forward: 4 per guess}
                fears: {left is forward and right is back: 9 per guess}
              bob:
                wants: {left is forward and right is forward: 4 per guess}
                fears: {right is forward and left is back: 9 per guess}
            moves:
              ann/go: {if: left is back, costs: 0.2 per guess, then: left to forward}
              ann/return: {if: left is forward, costs: 0.2 per guess, then: left to back}
              bob/go: {if: right is back, costs: 0.2 per guess, then: right to forward}
              bob/return: {if: right is forward, costs: 0.2 per guess, then: right to back}
            outcomes:
              both: left is forward and right is forward
              apart: {if: left is forward or right is forward}
              neither: otherwise
            """;

    private Scenarios() {}

    /// Writes [#PRIZE] below `folder` and gives its path.
    static String prize(Path folder) throws IOException {
        return write(folder, "prize.yaml", PRIZE);
    }

    static String write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
