package org.casus.app.report;

/// Text made safe for HTML and XML, in elements and in quoted attributes alike.
final class Markup {

    private Markup() {}

    /// What has a meaning there is spelled out; what XML does not allow at all is shown as a dot.
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(legal(c) ? c : '·');
            }
        });
        return safe.toString();
    }

    private static boolean legal(int c) {
        boolean control = c < 0x20 ? c != '\n' && c != '\t' : c >= 0x7f && c < 0xa0;
        boolean half = c >= 0xd800 && c < 0xe000;
        boolean none = (c & 0xfffe) == 0xfffe;
        return !control && !half && !none;
    }
}
