package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlternatingOffersTest {

    private static final double STEP = 1 / (1 + 1.0 / 4);
    private static final double ROUND = STEP * STEP;

    @Test
    void theListStraddlesRubinsteinsShare() {
        assertThat(10 / (1 + ROUND)).isBetween(5.8, 7.0);
    }

    @Test
    void theLargestAcceptableShareIsAskedAndAccepted() throws Exception {
        Solved talks = Solved.theory("alternating-offers");
        assertThat(talks.rate("ann/ask-58")).isGreaterThan(0.999);
        assertThat(talks.rate("bob/accept-58", "talks=ann-asked-58")).isGreaterThan(0.999);
        assertThat(talks.odds("ann-leads")).isGreaterThan(0.999);
        assertThat(talks.value("ann")).isCloseTo(ROUND * 5.8, within(1e-3));
        assertThat(talks.value("bob")).isCloseTo(ROUND * 4.2, within(1e-3));
    }

    @Test
    void moreIsRefused() throws Exception {
        Solved talks = Solved.theory("alternating-offers");
        assertThat(talks.rate("bob/refuse", "talks=ann-asked-70"))
                .isGreaterThan(100 * talks.rate("bob/accept-70", "talks=ann-asked-70"));
    }

    @Test
    void whoeverAsksFirstGetsTheSame() throws Exception {
        Solved talks = Solved.theory("alternating-offers");
        assertThat(talks.value("bob", "talks=bob-asks")).isCloseTo(talks.value("ann"), within(1e-9));
    }
}
