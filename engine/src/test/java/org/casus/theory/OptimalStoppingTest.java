package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimalStoppingTest {

    private static final double ACTS = 1;
    private static final double IMPROVE = 1.0 / 10;
    private static final double COLLAPSE = 1.0 / 100;

    /// A rung of the ladder solved by hand: what it is worth not to have accepted yet, and whether to accept.
    private record Rung(double value, boolean accept) {

        static Rung top(double worth, double discount) {
            return new Rung(ACTS * worth / (discount + COLLAPSE + ACTS), true);
        }

        static Rung below(Rung next, double worth, double discount) {
            double out = discount + COLLAPSE + IMPROVE;
            double hold = IMPROVE * next.value / out;
            boolean accept = worth > hold;
            return new Rung(accept ? (ACTS * worth + IMPROVE * next.value) / (out + ACTS) : hold, accept);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 30, 60, 100, 200})
    void acceptsWhereWaitingIsWorthLess(double weeksAhead) throws Exception {
        double discount = 1 / weeksAhead;
        Rung good = Rung.top(10, discount);
        Rung fair = Rung.below(good, 6, discount);
        Rung poor = Rung.below(fair, 2, discount);
        Solved ladder = Solved.of(
                Solved.file("optimal-stopping").scenario(), Map.of("claimant looks ahead", weeksAhead));
        agrees(ladder, "good", good);
        agrees(ladder, "fair", fair);
        agrees(ladder, "poor", poor);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 200})
    void patienceDecidesWhetherFairTermsWillDo(double weeksAhead) throws Exception {
        Solved ladder = Solved.of(
                Solved.file("optimal-stopping").scenario(), Map.of("claimant looks ahead", weeksAhead));
        assertThat(ladder.advantage("claimant/accept", "terms=fair") > 0).isEqualTo(weeksAhead == 20);
    }

    private static void agrees(Solved ladder, String terms, Rung rung) {
        assertThat(ladder.value("claimant", "terms=" + terms)).as(terms).isCloseTo(rung.value(), within(0.02));
        assertThat(ladder.advantage("claimant/accept", "terms=" + terms) > 0)
                .as("accepts %s", terms)
                .isEqualTo(rung.accept());
    }
}
