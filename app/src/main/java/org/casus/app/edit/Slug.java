package org.casus.app.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Names as people write them, turned into names of the language: `United States` is `united-states`.
final class Slug {

    private static final int LONGEST = 40;

    private Slug() {}

    /// Lower-case words joined by `-`; empty where the text has no letter or digit of the Latin alphabet.
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }

    /// The name of something that must begin with a letter.
    ///
    /// @throws Misunderstood where nothing of it can be one
    static String name(String text, String what) throws Misunderstood {
        String slug = of(text);
        if (slug.isEmpty() || !Character.isLetter(slug.charAt(0))) {
            throw new Misunderstood("“" + text.strip() + "” cannot be the name of " + what
                    + ": a name begins with a letter from a to z.");
        }
        return slug;
    }

    /// The parts of an answer, by semicolons and lines.
    static List<String> items(String answer) {
        List<String> items = new ArrayList<>();
        for (String item : answer.split("[;\\r\\n]+", -1)) {
            String plain = item.strip().replaceAll("\\s+", " ");
            if (!plain.isEmpty()) {
                items.add(plain);
            }
        }
        return items;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
