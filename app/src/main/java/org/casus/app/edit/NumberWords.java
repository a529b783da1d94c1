package org.casus.app.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as written, and where it says it comes from: `3 to 6 around 4`, `article`, `p4`.
record NumberWords(String number, Optional<String> per, Optional<String> at) {

    private static final Pattern FORM = Pattern.compile("^(.*?)(?:\\s+|^)per\\s+(\\S+)(?:\\s+(.*))?$", Pattern.DOTALL);

    static NumberWords of(String value) {
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()) {
            return new NumberWords(value.strip(), Optional.empty(), Optional.empty());
        }
        return new NumberWords(
                form.group(1).strip(),
                Optional.of(form.group(2)),
                Optional.ofNullable(form.group(3)).map(String::strip));
    }

    /// `article p4` as a source and a place in it.
    static NumberWords source(String source) {
        String words = source.strip();
        return words.isEmpty() ? of("") : of("per " + words);
    }

    boolean sameSource(Optional<String> otherPer, Optional<String> otherAt) {
        return per.equals(otherPer) && at.equals(otherAt);
    }

    NumberWords from(NumberWords source) {
        return new NumberWords(number, source.per, source.at);
    }

    /// As one text.
    String words() {
        return number
                + per.map(id -> " per " + id).orElse("")
                + at.map(place -> " " + place).orElse("");
    }
}
