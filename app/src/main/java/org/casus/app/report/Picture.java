package org.casus.app.report;

/// A picture as SVG, with what it shows in words.
///
/// Colours are classes (`c0` … `c5` for things by their place, `ink`, `faint`), which [Palette] gives for both
/// grounds; every colour stands beside a letter or a hatch.
public interface Picture {

    /// What it is: the name of the picture.
    String title();

    /// What is to be seen in it, in a sentence.
    String description();

    int width();

    int height();

    /// The drawing inside the `svg` element.
    ///
    /// @param id unlike that of any other picture of the document: a prefix for names inside
    String drawing(String id);

    /// How wide it is set: `wide` as the column, `strip` as a cell of a table.
    String setting();
}
