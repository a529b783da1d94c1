package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;

/// Expands commitments: the worth of breaking them, the event that remembers a breach.
final class CommitmentReader {

    private final Reading reading;
    private final Commitments commitments;
    private final List<String> actors;
    final List<Commitment> list = new ArrayList<>();

    CommitmentReader(Reading reading, Commitments commitments, List<String> actors) {
        this.reading = reading;
        this.commitments = commitments;
        this.actors = actors;
    }

    void read() {
        for (Commitments.Spec spec : commitments.specs()) {
            list.add(commitment(spec));
        }
    }

    private Commitment commitment(Commitments.Spec spec) {
        Fields fields = spec.fields();
        Item item = spec.item();
        Guard keptBy = commitments.keptBy(spec.id(), item.key().spot(), reading.conditions());
        Optional<Judgement> answer = fields.node("answer within")
                .map(node ->
                        reading.judgements().read(spec.id() + " answer within", node, Unit.DURATION, Provenance.NONE));
        Judgement costs = fields.node("breaking costs")
                .map(node ->
                        reading.judgements().read(spec.id() + " breaking costs", node, Unit.PRICE, Provenance.NONE))
                .orElseGet(() -> reading.judgements().none(spec.id() + " breaking costs", item.key()));
        int protects = actors.indexOf(spec.protects());
        return new Commitment(
                spec.id(),
                fields.title(spec.id()),
                Math.max(0, actors.indexOf(spec.binds())),
                protects < 0 ? Optional.empty() : Optional.of(protects),
                spec.covers(),
                new Guard(spec.id() + " is due", spec.due()),
                keptBy,
                answer,
                costs,
                spec.memory(),
                spec.dormant(),
                item.position());
    }

    /// `actor` with what breaking its commitments is worth to it: remembered ones from the breach on,
    /// the others while
    /// due and unkept.
    Actor oblige(Actor actor) {
        List<Worth> worths = new ArrayList<>(actor.worths());
        for (Commitment one : list) {
            if (one.binds() == actor.index() && !one.dormant()) {
                Condition broken = one.memory()
                        .<Condition>map(row -> new Condition.On(row, 2))
                        .orElseGet(() -> unkept(one));
                var when = new Guard(one.id() + " is broken", broken);
                worths.add(new Worth("breaking " + one.id(), when, one.breakingCosts(), -1, Worth.Kind.COMMITMENT));
            }
        }
        return new Actor(
                actor.index(),
                actor.id(),
                actor.title(),
                actor.acts(),
                actor.drifts(),
                actor.looksAhead(),
                actor.sharpness(),
                List.copyOf(worths),
                actor.position());
    }

    /// The events that remember breaches.
    void breaches(List<Chance> chance) {
        for (Commitment one : list) {
            if (one.memory().isEmpty() || one.answerWithin().isEmpty()) {
                continue;
            }
            int row = one.memory().get();
            reading.names().addGenerated(one.id() + "-breaks", Names.Kind.CHANCE, one.id(), commitments.spot(one.id()));
            var unbroken = new Condition.On(row, 1);
            var when = new Guard(one.id() + " is due and not kept", new Condition.All(List.of(unkept(one), unbroken)));
            var branch = new Leads.Branch(Optional.empty(), List.of(new Effect.To(row, 1)), one.id() + " to broken");
            chance.add(new Chance(
                    chance.size(),
                    one.id() + "-breaks",
                    one.title() + " is broken",
                    when,
                    one.answerWithin().get(),
                    List.of(),
                    new Leads(Optional.empty(), List.of(branch), List.of(LeadsReader.NOTHING)),
                    Chance.Origin.BREACH,
                    reading.switches().forbid().contains(one.id() + "-breaks"),
                    one.position()));
        }
    }

    private static Condition unkept(Commitment one) {
        return Commitments.unkept(one.due().test(), one.keptBy());
    }
}
