package org.casus.scenario;

import java.util.Arrays;

/// A text with its lines: turns offsets into positions and back into the lines people see.
final class Document {

    final String label;
    final String text;
    private final int[] lineStarts;
    /// Offset of each code point; empty where every character is one.
    private final int[] offsets;

    Document(String label, String text) {
        this.label = label;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.offsets = text.chars().noneMatch(c -> Character.isSurrogate((char) c)) ? new int[0] : offsets(text);
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        return offsets;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            boolean lone = k + 1 == text.length() || text.charAt(k + 1) != '\n';
            boolean end = c == '\n' || (c == '\r' && lone);
            if (end) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = k + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /// The span of this text from one offset to another.
    Spot spot(int from, int to) {
        return new Spot(this, Math.clamp(from, 0, text.length()), Math.clamp(to, 0, text.length()));
    }

    /// Number of the line (from 0) that `offset` lies on.
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int lineStart(int line) {
        return lineStarts[line];
    }

    /// The text of line `line` (from 0) without its end.
    String lineText(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        int last = end;
        while (last > lineStarts[line] && (text.charAt(last - 1) == '\n' || text.charAt(last - 1) == '\r')) {
            last--;
        }
        return text.substring(lineStarts[line], last);
    }

    /// The offset of the character with number `codePoint` from the offset `base` on, as the YAML
    /// library counts.
    int offset(int codePoint, int base) {
        if (offsets.length == 0) {
            return Math.clamp((long) codePoint + base, 0, text.length());
        }
        int number = codePoint + text.codePointCount(0, base);
        return number < offsets.length ? offsets[number] : text.length();
    }
}
