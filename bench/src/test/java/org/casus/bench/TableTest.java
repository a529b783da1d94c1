package org.casus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Line RATIO =
            new Line("cold", "9 states, all care", "Gauss-Seidel", 30, 1.5, "s", Aim.part(1 / 15.0), "so, \"well\"");
    private static final Line SHORT = Line.alone("warm", "all told", 312, "ms", Aim.most(300), "");
    private static final Line ABSENT = Line.absent("sizes", "10^7 states", "not asked for");

    @Test
    void saysWhatIsReached() {
        assertThat(RATIO.ratio()).isEqualTo(0.05);
        assertThat(RATIO.reached()).isEqualTo("yes");
        assertThat(SHORT.reached()).isEqualTo("no");
        assertThat(ABSENT.reached()).isEqualTo("–");
    }

    @Test
    void showsColumnsAndThenNotes() {
        assertThat(Table.text(List.of(RATIO, SHORT, ABSENT))).isEqualTo("""
                row    what                yardstick          ours          ratio  aim       reached
                cold   9 states, all care  Gauss-Seidel 30 s  1.5 s         1/20   ≤ 1/15    yes
                warm   all told            –                  312 ms        –      ≤ 300 ms  no
                sizes  10^7 states         –                  not measured  –      –         –

                cold, 9 states, all care: so, "well"
                sizes, 10^7 states: not asked for
                """);
    }

    @Test
    void quotesCellsOfCsv() {
        assertThat(Table.csv(List.of(RATIO))).isEqualTo("""
                row,what,unit,yardstick,yardstick_value,value,ratio,aim,reached,note
                cold,"9 states, all care",s,Gauss-Seidel,30.0000,1.50000,0.0500000,≤ 1/15,yes,"so, ""well""\"
                """);
    }

    @Test
    void writesThreeDigits() {
        assertThat(List.of(0.0, 0.00012345, 0.9, 4.256, 16.25, 1234567.0))
                .extracting(Aim::digits)
                .containsExactly("0", "1.2e-4", "0.9", "4.26", "16.3", "1,234,567");
        assertThat(Aim.fraction(0.25)).isEqualTo("1/4");
        assertThat(Aim.fraction(1.25)).isEqualTo("1.25");
    }

    @Test
    void readsWhatSideBySidePrints() {
        var lines = Chains.lines(
                List.of(
                        "three queues with room for 66: 601,526 states, 2,954,030 jumps; full by 54: 600 powers",
                        "                                      CPU s   wall s ns jump·step  to 1 thread to 2 threads         odds",
                        "Casus, 1 thread                        1.10     1.12         0.62          1.0          0.9  0.25  all",
                        "Casus, 2 threads                       1.20     0.70         0.67          1.1          1.0  0.25  all",
                        "PRISM sparse                           4.80     4.90         2.70          4.4          4.0  0.25  12.0"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().ratio()).isEqualTo(0.25);
        assertThat(lines.getFirst().reached()).isEqualTo("yes");
    }
}
