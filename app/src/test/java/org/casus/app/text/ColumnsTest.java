package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casus.app.text.Columns.Side;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void cellsLeanToTheirSide() {
        var table =
                new Columns("  ", List.of(Side.LEFT, Side.RIGHT)).row("a", "10").row("long", "9");
        assertThat(table.lines()).containsExactly("a     10", "long   9");
    }

    @Test
    void coloursAndMarksTakeNoRoom() {
        var table = new Columns(" ", List.of(Side.LEFT, Side.RIGHT))
                .row("\u001b[31mred\u001b[0m", "1")
                .row("e\u0301te\u0301", "22");
        assertThat(table.lines()).containsExactly("\u001b[31mred\u001b[0m  1", "e\u0301te\u0301 22");
    }

    @Test
    void tooManyCellsAreAnError() {
        assertThatThrownBy(() -> new Columns(" ", List.of(Side.LEFT)).row("a", "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textIsWrappedAndClipped() {
        assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrap.hanging("- ", "one two three four five", 22)).containsExactly("- one two three four", "  five");
        assertThat(Wrap.clip("a long title", 7)).isEqualTo("a long…");
        assertThat(Wrap.clip("short", 7)).isEqualTo("short");
    }
}
