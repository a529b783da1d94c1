package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What is said of the memory a solve takes.
class RoomTest {

    private static final long GIGA = 1_000_000_000;

    @Test
    void whatSufficesIsSaid() {
        assertThat(Room.check("big", 9_765_625, 10 * GIGA, 14 * GIGA, 16 * GIGA))
                .isEqualTo("big: 9,765,625 states need about 10 GB of memory; Java has room for 14 GB here");
    }

    @Test
    void javaIsToldToTakeMoreWhereThereIsMore() {
        var refusal = refusal(10 * GIGA, 4 * GIGA, 16 * GIGA);
        assertThat(refusal.exit()).isEqualTo(Exit.UNSOLVED);
        assertThat(refusal).hasMessageContaining("big is too large for the memory there is");
        assertThat(refusal).hasMessageContaining("need about 10 GB").hasMessageContaining("has room for 4.0 GB");
        assertThat(refusal.advice()).containsExactly("Maybe start it with CASUS_JAVA_OPTS='-Xmx14g -XX:NewRatio=9'.");
    }

    @Test
    void aMachineThatHasLessIsNamed() {
        assertThat(refusal(10 * GIGA, 4 * GIGA, 8 * GIGA).advice())
                .singleElement()
                .asString()
                .startsWith("This machine has 8.0 GB.")
                .contains("merge rows");
    }

    /// By default a third of what Java may take is for what comes and goes.
    @Test
    void whatIsSetApartDoesNotCount() {
        assertThat(Room.most(18 * GIGA, OptionalLong.of(12 * GIGA))).isBetween(13 * GIGA, 14 * GIGA);
        assertThat(Room.most(18 * GIGA, OptionalLong.of(17 * GIGA))).isEqualTo(18 * GIGA);
        assertThat(Room.most(18 * GIGA, OptionalLong.empty())).isEqualTo(18 * GIGA);
    }

    /// What is asked for is more than is counted: there is more in memory, and gaps.
    @Test
    void aBareFitIsNone() {
        assertThat(refusal(10 * GIGA, 13 * GIGA, 16 * GIGA)).hasMessageContaining("too large");
    }

    private static Failure refusal(long need, long most, long machine) {
        return catchThrowableOfType(Failure.class, () -> Room.check("big", 9_765_625, need, most, machine));
    }
}
