package org.casus.app.edit;

import java.util.Optional;

/// A change to one value of a scenario's text. What is empty stays as it is.
///
/// @param path where it stands, as `--set` takes it: `azerbaijan wants line all`
/// @param value what is to stand there: a number's words, `3 to 6 around 4`, with or without `per SOURCE`; without,
///     the source stays. For what is no number, all of it.
/// @param source where a number comes from: `article p4`, `guess`; an empty text takes the source away
/// @param why the reason for a number; an empty text takes it away
public record Edit(String path, Optional<String> value, Optional<String> source, Optional<String> why) {

    /// Another value, whatever else is said of it staying.
    public static Edit of(String path, String value) {
        return new Edit(path, Optional.of(value), Optional.empty(), Optional.empty());
    }

    /// The same with another source.
    public Edit per(String source) {
        return new Edit(path, value, Optional.of(source), why);
    }

    /// The same with another reason.
    public Edit because(String why) {
        return new Edit(path, value, source, Optional.of(why));
    }
}
