package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Claim.Relation;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Claim.Test;

/// Reads the tests of claims: `under P odds of X fall by 20 points`, `MOVE is played less when
/// ROW is A than when ROW is B`, `odds of X above 20%`.
final class ClaimText {

    private static final String COMPARED = "After the quantity comes `above`, `below`, `at least` or `at most` and a"
            + " bound; or, after `under POLICY` or `without X`, `rise` or `fall`, perhaps `by 5 points`.";
    private static final String PLAYED =
            "After `is played` comes `more` or `less`, then `when ROW is A than when ROW is"
                    + " B`, or `than MOVE`; after `under POLICY` or `without X` that may be left out.";

    private final Reading reading;
    private final QuantityText quantities;
    private final MarginText margins;

    ClaimText(Reading reading, QuantityText quantities) {
        this.reading = reading;
        this.quantities = quantities;
        this.margins = new MarginText(reading.problems());
    }

    Optional<Test> read(Node.Text text) {
        var words = new Words(text);
        Optional<Setting> setting = setting(words);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Quantity> quantity = quantities.begin(words);
        Optional<Test> test = quantity.flatMap(q -> q instanceof Quantity.Play play
                ? played(setting.get(), play, words)
                : compared(setting.get(), q, words));
        if (test.isPresent() && !words.done()) {
            problem(words, Say.quoted(words.peek()) + " is not understood here.", "The test ends before it.");
            return Optional.empty();
        }
        return test;
    }

    private Optional<Setting> setting(Words words) {
        if (words.accept("under")) {
            String policy = words.next();
            boolean known = reading.names().check(words.last(), policy, "policy", "policies", Names.Kind.POLICY);
            return known ? Optional.of(new Setting.Under(policy)) : Optional.empty();
        }
        if (!words.accept("without")) {
            return Optional.of(new Setting.AsIs());
        }
        List<String> ids = new ArrayList<>();
        boolean known = true;
        do {
            String id = words.next();
            known &= reading.names().closable(words.last(), id);
            ids.add(id);
        } while (words.acceptOneOf(",", "and").isPresent());
        return known ? Optional.of(new Setting.Without(List.copyOf(ids))) : Optional.empty();
    }

    private Optional<Test> compared(Setting setting, Quantity quantity, Words words) {
        Optional<String> change = words.acceptOneOf("rise", "rises", "fall", "falls");
        if (change.isPresent()) {
            if (setting instanceof Setting.AsIs) {
                return lost(
                        words.last(),
                        "Against what would this " + change.get() + "?",
                        "`rise` and `fall` compare with the scenario as it is: put `under POLICY` or `without X` in"
                                + " front.");
            }
            boolean more = change.get().startsWith("rise");
            return margins.read(quantity, words)
                    .map(m -> new Test.Against(
                            setting, quantity, new Setting.AsIs(), quantity, more, m.by(), m.relative()));
        }
        return relation(words).flatMap(relation -> bounded(setting, quantity, relation, words));
    }

    private Optional<Relation> relation(Words words) {
        if (words.accept("at", "least")) {
            return Optional.of(Relation.AT_LEAST);
        }
        if (words.accept("at", "most")) {
            return Optional.of(Relation.AT_MOST);
        }
        Optional<String> word = words.acceptOneOf("above", "below");
        if (word.isEmpty()) {
            problem(
                    words,
                    words.done()
                            ? "The test does not say what should be true."
                            : Say.quoted(words.peek()) + " is not understood after a quantity.",
                    COMPARED);
        }
        return word.map(w -> w.equals("above") ? Relation.ABOVE : Relation.BELOW);
    }

    private Optional<Test> bounded(Setting setting, Quantity quantity, Relation relation, Words words) {
        Optional<NumberText.Figure> number = NumberText.parse(words.peek());
        if (number.isEmpty()) {
            boolean strict = relation == Relation.ABOVE || relation == Relation.BELOW;
            if (words.done() || !strict) {
                problem(words, "A number is missing here.", "Odds in per cent, `20%`; times in their unit, `4`.");
                return Optional.empty();
            }
            boolean more = relation == Relation.ABOVE;
            return quantities
                    .begin(words)
                    .flatMap(other -> margins.read(quantity, words)
                            .map(m -> new Test.Against(setting, quantity, setting, other, more, m.by(), m.relative())));
        }
        words.next();
        boolean odds = MarginText.isOdds(quantity);
        if (odds != number.get().percent()) {
            double share = 100 * number.get().value();
            reading.problems()
                    .add(
                            words.last(),
                            Say.quoted(number.get().text())
                                    + (odds ? " is no odds." : " is no " + MarginText.dimension(quantity) + "."),
                            odds ? "Odds are written in per cent: `20%`." : "A number without per cent sign.",
                            odds && share <= 100 ? "Maybe " + Say.quoted(Say.number(share) + "%") + "." : "");
            return Optional.empty();
        }
        if (odds && number.get().value() > 1) {
            return lost(words.last(), "Odds above 100%.", "Odds lie between 0% and 100%.");
        }
        Optional<Double> factor = MarginText.inUnit(quantity, words);
        return factor.map(
                f -> new Test.Bound(setting, quantity, relation, number.get().value() * f));
    }

    private Optional<Test> played(Setting setting, Quantity.Play left, Words words) {
        Optional<String> word = words.acceptOneOf("more", "less");
        if (word.isEmpty()) {
            if (words.peek().matches("above|below|at")) {
                return relation(words).flatMap(relation -> bounded(setting, left, relation, words));
            }
            problem(
                    words,
                    words.done() ? "Played how?" : Say.quoted(words.peek()) + " is not understood here.",
                    PLAYED);
            return Optional.empty();
        }
        boolean more = word.get().equals("more");
        boolean first = words.peek().equals("by");
        Optional<MarginText.Margin> before = first ? margins.read(left, words) : Optional.empty();
        if (first && before.isEmpty()) {
            return Optional.empty();
        }
        Optional<Test.Against> test;
        if (words.accept("when")) {
            test = standings(setting, left, more, words);
        } else if (words.accept("than")) {
            test = quantities
                    .move(words)
                    .map(other -> against(setting, left, setting, new Quantity.Play(other, Optional.empty()), more));
        } else if (setting instanceof Setting.AsIs) {
            return lost(words.last(), "Played " + word.get() + " than what?", PLAYED);
        } else {
            test = Optional.of(against(setting, left, new Setting.AsIs(), left, more));
        }
        if (test.isEmpty()) {
            return Optional.empty();
        }
        Optional<MarginText.Margin> margin = before.isPresent() ? before : margins.read(left, words);
        return margin.map(m -> new Test.Against(
                test.get().leftSetting(),
                test.get().left(),
                test.get().rightSetting(),
                test.get().right(),
                more,
                m.by(),
                m.relative()));
    }

    private static Test.Against against(
            Setting leftSetting, Quantity left, Setting rightSetting, Quantity right, boolean more) {
        return new Test.Against(leftSetting, left, rightSetting, right, more, MarginText.SHARE, true);
    }

    private Optional<Test.Against> standings(Setting setting, Quantity.Play play, boolean more, Words words) {
        Optional<Quantity.Standing> left = standing(words);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (!words.accept("than", "when")) {
            problem(words, "Compared with when?", "`when ROW is A than when ROW is B`.");
            return Optional.empty();
        }
        int mark = words.mark();
        Optional<Quantity.Standing> right = standing(words);
        if (right.isEmpty()) {
            return Optional.empty();
        }
        if (right.get().row() != left.get().row()) {
            lost(
                    words.since(mark),
                    "Two different rows.",
                    "The same states are compared with one row alone changed: the same row on both sides.");
            return Optional.empty();
        }
        if (right.equals(left)) {
            lost(words.since(mark), "The same level on both sides.", "Two levels of one row are compared.");
            return Optional.empty();
        }
        return Optional.of(against(
                setting, new Quantity.Play(play.move(), left), setting, new Quantity.Play(play.move(), right), more));
    }

    private Optional<Quantity.Standing> standing(Words words) {
        int mark = words.mark();
        boolean table = reading.names().has(words.peek(), Names.Kind.COMMITMENT);
        Optional<View> view = reading.views().find(words.peek());
        if (view.isPresent() && !table && words.peek(1).equals("is")) {
            int level = view.get().level(words.peek(2));
            boolean one = level >= 0 && Long.bitCount(view.get().bits().get(level)) == 1;
            if (one) {
                words.next();
                words.next();
                words.next();
                return Optional.of(new Quantity.Standing(
                        view.get().row(),
                        Long.numberOfTrailingZeros(view.get().bits().get(level))));
            }
        }
        int before = reading.problems().count();
        reading.conditions().begin(words);
        if (reading.problems().count() == before) {
            reading.problems()
                    .add(
                            words.since(mark),
                            "One row on one of its levels is compared with another.",
                            "`when ROW is A than when ROW is B`.");
        }
        return Optional.empty();
    }

    private void problem(Words words, String found, String legal) {
        reading.problems().add(words.done() ? words.last() : words.here(), found, legal);
    }

    private Optional<Test> lost(Spot spot, String found, String legal) {
        reading.problems().add(spot, found, legal);
        return Optional.empty();
    }
}
