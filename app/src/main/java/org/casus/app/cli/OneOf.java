package org.casus.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.casus.scenario.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads one of a few words, and names the nearest where it is none of them.
///
/// @param words the values, called as [Object#toString] says
record OneOf<E extends Enum<E>>(List<E> words) implements ITypeConverter<E> {

    static <E extends Enum<E>> OneOf<E> of(E[] words) {
        return new OneOf<>(Arrays.asList(words));
    }

    @Override
    public E convert(String typed) {
        for (E word : words) {
            if (word.toString().toLowerCase(Locale.ROOT).equals(typed.toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        var names = words.stream()
                .map(word -> word.toString().toLowerCase(Locale.ROOT))
                .toList();
        String near = Nearest.of(typed, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        throw new TypeConversionException("“" + typed + "” is none of " + String.join(", ", names) + near);
    }
}
