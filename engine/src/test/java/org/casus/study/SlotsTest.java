package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void allDifferentWhateverTheOrder() {
        List<String> names = names(600);
        int[] slots = Slots.of(names, 1024);
        assertThat(slots).doesNotHaveDuplicates().doesNotContain(-1);
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(3));
        int[] again = Slots.of(shuffled, 1024);
        for (int n = 0; n < names.size(); n++) {
            assertThat(again[shuffled.indexOf(names.get(n))]).isEqualTo(slots[n]);
        }
    }

    @Test
    void aNewNameHardlyMovesTheOthers() {
        List<String> names = names(226);
        int[] before = Slots.of(names, 512);
        int moved = 0;
        for (int k = 0; k < 200; k++) {
            List<String> more = new ArrayList<>(names);
            more.add(100, "newcomer " + k);
            int[] after = Slots.of(more, 512);
            for (int n = 0; n < names.size(); n++) {
                moved += after[n < 100 ? n : n + 1] == before[n] ? 0 : 1;
            }
        }
        assertThat(moved / 200.0).as("others moved by one newcomer").isLessThan(0.4);
    }

    @Test
    void moreNamesThanSlotsLeavesSomeWithout() {
        int[] slots = Slots.of(names(20), 16);
        assertThat(slots).contains(-1);
        List<Integer> taken = new ArrayList<>();
        for (int slot : slots) {
            if (slot >= 0) {
                taken.add(slot);
            }
        }
        assertThat(taken).doesNotHaveDuplicates().hasSizeGreaterThan(12);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            names.add("actor" + n + " wants line all");
        }
        return names;
    }
}
