package org.casus.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Judgement;
import org.casus.scenario.Vocabulary;
import org.casus.scenario.Written;

/// Rewrites one number with its source and reason, in short or in full, as the file has it.
final class NumberEdit {

    private final Layout layout;
    private final Additions additions;
    private final Written.Entry entry;
    private final boolean flow;
    private final Judgement was;

    /// @param entry the number's key and value
    /// @param flow whether it stands between brackets
    /// @param was what the number has been read as
    NumberEdit(Layout layout, Written.Entry entry, boolean flow, Judgement was) {
        this.layout = layout;
        this.additions = new Additions(layout);
        this.entry = entry;
        this.flow = flow;
        this.was = was;
    }

    /// What makes the change; empty where what is to go is said for several numbers at once, further up.
    ///
    /// @param given the number's new words, if any
    Optional<List<Splice>> splices(Optional<String> given, Edit edit) {
        Written.Words text = Layout.number(entry.value()).orElseThrow();
        NumberWords own = NumberWords.of(text.value());
        Optional<NumberWords> asked = given.map(NumberWords::of);
        Optional<NumberWords> source = edit.source()
                .map(NumberWords::source)
                .or(() -> asked.filter(words -> words.per().isPresent()))
                .filter(words -> !words.sameSource(was.per(), was.at()));
        Optional<String> why = edit.why()
                .map(String::strip)
                .filter(words -> !words.equals(was.why().orElse("")));
        String number = asked.map(NumberWords::number).orElse(own.number());
        return !Layout.aliased(entry) && entry.value() instanceof Written.Entries full
                ? inFull(full, text, own, number, source, why)
                : inShort(text, own, number, source, why);
    }

    private Optional<List<Splice>> inShort(
            Written.Words text, NumberWords own, String number, Optional<NumberWords> source, Optional<String> why) {
        boolean shared = own.per().isEmpty() && was.per().isPresent();
        boolean gone = source.isPresent() && source.get().per().isEmpty();
        boolean stays = why.isPresent() && why.get().isEmpty() && was.why().isPresent();
        if ((gone && shared) || stays) {
            return Optional.empty();
        }
        NumberWords words = new NumberWords(number, own.per(), own.at());
        words = source.isPresent() ? words.from(source.get()) : words;
        String value = words.words();
        if (why.isPresent() && !why.get().isEmpty()) {
            return Optional.of(List.of(value(text, full(words, why.get()), true)));
        }
        return Optional.of(List.of(value(text, value, false)));
    }

    /// The long form of a number, in brackets.
    static String full(NumberWords words, String why) {
        return "{range: " + Scalars.plain(words.number(), true)
                + words.per().map(id -> ", per: " + Scalars.plain(id, true)).orElse("")
                + words.at().map(at -> ", at: " + Scalars.plain(at, true)).orElse("")
                + ", why: " + Scalars.plain(why, true) + "}";
    }

    private Splice value(Written.Words text, String value, boolean brackets) {
        if (Layout.aliased(entry)) {
            int star = layout.aliasStart(entry);
            return new Splice(star, layout.end(entry), brackets ? value : Scalars.plain(value, flow));
        }
        return scalar(text, value, flow, brackets);
    }

    /// A new text for a scalar, in its style.
    private Splice scalar(Written.Words text, String value, boolean between, boolean brackets) {
        int from = text.from() + layout.properties(text).length();
        int end = Math.max(from, layout.end(text));
        String by = brackets ? value : Scalars.like(layout.raw(from, end), value, between);
        return new Splice(from, end, by);
    }

    private Optional<List<Splice>> inFull(
            Written.Entries full,
            Written.Words range,
            NumberWords own,
            String number,
            Optional<NumberWords> source,
            Optional<String> why) {
        boolean inRange = own.per().isPresent();
        boolean shared = !inRange && full.entry("per").isEmpty() && was.per().isPresent();
        boolean gone = source.isPresent() && source.get().per().isEmpty();
        boolean stays = why.isPresent()
                && why.get().isEmpty()
                && was.why().isPresent()
                && full.entry("why").isEmpty();
        if ((gone && shared) || stays) {
            return Optional.empty();
        }
        boolean between = layout.flow(full);
        List<Splice> splices = new ArrayList<>();
        NumberWords words = new NumberWords(number, own.per(), own.at());
        words = inRange && source.isPresent() ? words.from(source.get()) : words;
        if (!words.equals(own)) {
            splices.add(scalar(range, words.words(), between, false));
        }
        if (source.isPresent() && !inRange) {
            part(full, "per", source.get().per()).ifPresent(splices::add);
            part(full, "at", source.get().at()).ifPresent(splices::add);
        }
        why.flatMap(words2 -> part(full, "why", Optional.of(words2).filter(w -> !w.isEmpty())))
                .ifPresent(splices::add);
        return Optional.of(List.copyOf(splices));
    }

    /// Another text for one key of the long form, a new key, or its loss.
    private Optional<Splice> part(Written.Entries full, String key, Optional<String> value) {
        Optional<Written.Entry> there = full.entry(key);
        boolean between = layout.flow(full);
        if (value.isEmpty()) {
            return there.map(part -> additions.drop(full, part));
        }
        if (there.isPresent()
                && there.get().value() instanceof Written.Words text
                && !text.value().isEmpty()) {
            return Optional.of(scalar(text, value.get(), between, false));
        }
        if (there.isPresent()) {
            int colon = layout.afterColon(there.get());
            return Optional.of(new Splice(colon, layout.end(there.get()), " " + Scalars.plain(value.get(), between)));
        }
        List<String> order =
                Vocabulary.judgement().keys().stream().map(Vocabulary.Key::name).toList();
        return Optional.of(additions.add(full, key, Scalars.plain(value.get(), between), order));
    }
}
