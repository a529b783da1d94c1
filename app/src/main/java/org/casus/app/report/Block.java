package org.casus.app.report;

import java.util.List;

/// What a section is made of.
public sealed interface Block {

    /// A heading below that of the section.
    record Heading(String text) implements Block {}

    /// A sentence that a reader in a hurry must not miss.
    record Lead(Text text) implements Block {}

    record Paragraph(Text text) implements Block {}

    record Bullets(List<Text> items) implements Block {}

    /// A table that stands by itself.
    record Grid(Table table) implements Block {}

    /// A picture: what it shows in a sentence, the picture with its key, the same as a table, and where its
    /// numbers come from.
    ///
    /// @param key what each letter stands for; may be empty
    record Figure(String id, Text finding, Picture picture, List<Key> key, Table table, Text sources)
            implements Block {}

    /// Assumptions to be tried where a page can do that; everywhere else what their ends do, as a table.
    record Tryout(Trial trial, Table table) implements Block {}

    /// What is there to be looked up: folded on a screen, open in print.
    record Folded(String summary, List<Block> blocks) implements Block {}

    /// Text that is to be copied to the letter.
    record Verbatim(String text) implements Block {}

    /// The list of [Document#sources], where citations lead.
    record Sources() implements Block {}

    /// A line of a picture's key.
    ///
    /// @param place of what it stands for among its like, from which its letter and colour follow
    /// @param value its number in words; may be empty
    record Key(int place, String text, String value) {}
}
