package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads scores and claims.
final class ClaimReader {

    private final Reading reading;
    private final QuantityText quantities;

    ClaimReader(Reading reading, List<Outcome> outcomes, List<Move> moves) {
        this.reading = reading;
        this.quantities = new QuantityText(reading, outcomes, moves);
    }

    List<Score> scores(List<Item> items) {
        List<Score> scores = new ArrayList<>();
        for (Item item : items) {
            Fields fields = item.fields("score");
            Optional<Node.Text> text = Fields.text(item.value()).or(() -> fields.text("quantity"));
            text.flatMap(quantities::read)
                    .ifPresent(quantity -> scores.add(new Score(
                            item.id(),
                            fields.title(item.id()),
                            text.orElseThrow().words(),
                            quantity,
                            item.position())));
        }
        return List.copyOf(scores);
    }

    List<Claim> claims(List<Item> items) {
        var tests = new ClaimText(reading, quantities);
        List<Claim> claims = new ArrayList<>();
        for (Item item : items) {
            Fields fields = item.fields("claim");
            Optional<Node.Text> test = fields.text("test");
            Optional<String> untestable = fields.words("untestable");
            if (test.isPresent() == untestable.isPresent() && item.value() instanceof Node.Mapping) {
                reading.problems()
                        .add(
                                item.key().spot(),
                                Say.quoted(item.id())
                                        + (test.isPresent()
                                                ? " has both `test` and `untestable`."
                                                : " has neither `test` nor `untestable`."),
                                "`test` says what must be true of the model; `untestable` says why it cannot be put so.");
            }
            Optional<Node.Text> at = fields.text("at");
            Optional<String> source = at.flatMap(this::source);
            String place = at.map(text -> text.words()
                            .substring(source(text.words()).length())
                            .strip())
                    .orElse("");
            claims.add(new Claim(
                    item.id(),
                    fields.words("says").orElse(""),
                    source,
                    place,
                    test.map(Node.Text::words).orElse(""),
                    test.flatMap(tests::read),
                    untestable,
                    fields.text("severity")
                            .filter(text -> text.value().equals(Claim.Severity.WARNING.word()))
                            .map(text -> Claim.Severity.WARNING)
                            .orElse(Claim.Severity.ERROR),
                    item.position()));
        }
        return List.copyOf(claims);
    }

    private static String source(String words) {
        return words.contains(" ") ? words.substring(0, words.indexOf(' ')) : words;
    }

    private Optional<String> source(Node.Text at) {
        String id = source(at.words());
        return reading.names().check(at.part(0, id.length()), id, "source", "sources", Names.Kind.SOURCE)
                ? Optional.of(id)
                : Optional.empty();
    }
}
