package org.casus.app.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A brief, free of any format.
///
/// @param kicker what kind of document it is, in a few words above its title
/// @param question that it answers; may be empty
/// @param status how far it can be relied on, at a glance: a few words each
/// @param sources what its citations name, numbered from 1 in this order
/// @param generator the program and its version
public record Document(
        String title,
        String kicker,
        String question,
        List<String> status,
        List<Section> sections,
        List<Reference> sources,
        String generator) {

    /// A section.
    public record Section(String id, String title, List<Block> blocks) {}

    /// Something that is cited.
    ///
    /// @param date as ISO 8601; empty where there is none
    /// @param kind as the scenario has it: `analysis`, `treaty`
    public record Reference(String id, String title, Optional<String> date, String kind, Optional<String> url) {}

    /// The number of a source; 0 if there is none of this name.
    int number(String source) {
        for (int k = 0; k < sources.size(); k++) {
            if (sources.get(k).id().equals(source)) {
                return k + 1;
            }
        }
        return 0;
    }

    /// Every table, in order.
    public List<Table> tables() {
        return sections.stream()
                .flatMap(section -> section.blocks.stream())
                .flatMap(Document::tables)
                .toList();
    }

    /// Every figure, in order.
    public List<Block.Figure> figures() {
        return sections.stream()
                .flatMap(section -> section.blocks.stream())
                .flatMap(Document::figures)
                .toList();
    }

    /// Whether anything can be tried.
    boolean canBeTried() {
        return sections.stream().flatMap(section -> section.blocks.stream()).anyMatch(Block.Tryout.class::isInstance);
    }

    private static Stream<Block.Figure> figures(Block block) {
        return switch (block) {
            case Block.Figure figure -> Stream.of(figure);
            case Block.Folded(String summary, List<Block> blocks) ->
                blocks.stream().flatMap(Document::figures);
            case Block.Grid grid -> Stream.empty();
            case Block.Tryout tryout -> Stream.empty();
            case Block.Heading heading -> Stream.empty();
            case Block.Lead lead -> Stream.empty();
            case Block.Paragraph paragraph -> Stream.empty();
            case Block.Bullets bullets -> Stream.empty();
            case Block.Verbatim verbatim -> Stream.empty();
            case Block.Sources list -> Stream.empty();
        };
    }

    private static Stream<Table> tables(Block block) {
        return switch (block) {
            case Block.Grid(Table table) -> Stream.of(table);
            case Block.Tryout(Trial trial, Table table) -> Stream.of(table);
            case Block.Figure figure -> Stream.of(figure.table());
            case Block.Folded(String summary, List<Block> blocks) ->
                blocks.stream().flatMap(Document::tables);
            case Block.Heading heading -> Stream.empty();
            case Block.Lead lead -> Stream.empty();
            case Block.Paragraph paragraph -> Stream.empty();
            case Block.Bullets bullets -> Stream.empty();
            case Block.Verbatim verbatim -> Stream.empty();
            case Block.Sources list -> Stream.empty();
        };
    }
}
