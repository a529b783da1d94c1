package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RipenessTest {

    @Test
    void aStalemateThatHurtsBothEndsInPeace() throws Exception {
        assertThat(Solved.theory("ripeness").odds("settled")).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"north-alone-hurts", "south-alone-hurts", "nobody-hurts"})
    void hurtingOneSideAloneHastensNothing(String policy) throws Exception {
        assertThat(Solved.theory("ripeness", policy).odds("settled")).isLessThan(1e-4);
    }

    @Test
    void withoutAWayOutThereIsNone() throws Exception {
        assertThat(Solved.theory("ripeness", "no-mediator").odds("settled")).isZero();
    }
}
