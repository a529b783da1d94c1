package org.casus.scenario;

import java.util.List;

/// Reads the stated moves.
final class MoveReader {

    private final Reading reading;
    private final List<String> actors;

    MoveReader(Reading reading, List<String> actors) {
        this.reading = reading;
        this.actors = actors;
    }

    void read(List<Item> items, List<Move> moves) {
        var leads = new LeadsReader(reading);
        var prices = new PriceReader(reading);
        for (Item item : items) {
            Fields fields = item.fields("move");
            int actor = actor(item);
            Guard when = fields.text("if").map(reading.conditions()::read).orElse(Guard.ALWAYS);
            List<Price> costs = fields.node("costs")
                    .map(node -> prices.read(item.id() + " costs", node, Provenance.NONE))
                    .orElse(List.of());
            moves.add(new Move(
                    moves.size(),
                    item.id(),
                    fields.title(verb(item.id())),
                    actor,
                    when,
                    costs,
                    List.of(new Move.Case(Condition.always(), leads.move(item, fields))),
                    Move.Origin.STATED,
                    reading.switches().closes(item.id(), fields.flag("dormant")),
                    item.position()));
        }
    }

    /// The part of a move's id after the stroke.
    static String verb(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    private int actor(Item item) {
        int stroke = item.id().indexOf('/');
        if (stroke < 0) {
            reading.problems()
                    .add(
                            item.key().spot(),
                            Say.quoted(item.id()) + " does not say who makes this move.",
                            "A move is called `actor/verb`, such as `turkey/step-up`.",
                            actors.isEmpty() ? "" : "Maybe " + Say.quoted(actors.getFirst() + "/" + item.id()) + ".");
            return 0;
        }
        String actor = item.id().substring(0, stroke);
        Spot spot = item.key().part(0, stroke);
        reading.names().check(spot, actor, "actor", "actors", Names.Kind.ACTOR);
        Naming.verb(item.key(), verb(item.id()), reading.problems());
        return Math.max(0, actors.indexOf(actor));
    }
}
