package org.casus.app.report;

/// A piece of text with at most one thing to be said about it.
public sealed interface Span {

    /// Text as it is.
    record Plain(String text) implements Span {}

    /// Text that matters more than what is around it.
    record Strong(String text) implements Span {}

    /// A name as the scenario's file has it.
    record Code(String text) implements Span {}

    /// Where something comes from.
    ///
    /// @param source id of one of [Document#sources]
    /// @param at the place in it, such as `p4`; empty for all of it
    record Cite(String source, String at) implements Span {}
}
