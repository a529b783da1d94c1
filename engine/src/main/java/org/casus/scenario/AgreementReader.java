package org.casus.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;

/// Expands agreements: the moves that broker and sign, and the event that lets an offer lapse.
final class AgreementReader {

    /// An agreement read, before its moves are made.
    private record Terms(
            Tables.Spec spec,
            Guard when,
            Map<Integer, Judgement> brokers,
            Map<Integer, List<Price>> brokering,
            Map<Integer, List<Price>> signing,
            Optional<Judgement> lapses,
            List<Leads.Branch> then,
            boolean statedDormant,
            boolean dormant) {}

    private final Reading reading;
    private final List<String> actors;
    private final List<Terms> terms = new ArrayList<>();
    final List<Agreement> list = new ArrayList<>();

    AgreementReader(Reading reading, List<String> actors) {
        this.reading = reading;
        this.actors = actors;
    }

    void read(List<Tables.Spec> specs) {
        for (Tables.Spec spec : specs) {
            Terms one = terms(spec);
            terms.add(one);
            list.add(new Agreement(
                    spec.id(),
                    spec.fields().title(spec.id()),
                    spec.parties(),
                    List.copyOf(one.brokers().keySet()),
                    spec.row(),
                    spec.levels(),
                    one.dormant(),
                    spec.item().position()));
        }
    }

    private Terms terms(Tables.Spec spec) {
        Fields fields = spec.fields();
        Map<Integer, Judgement> brokers = new LinkedHashMap<>();
        Optional<Node.Mapping> mapping = fields.mapping("brokers");
        Provenance shared = mapping.map(m -> Provenance.of(m, Provenance.NONE)).orElse(Provenance.NONE);
        for (Node.Entry entry : mapping.map(Node.Mapping::entries).orElse(List.of())) {
            if (!Provenance.KEYS.contains(entry.key().words())
                    && reading.names().actor(entry.key())) {
                String id = spec.id() + " brokers " + entry.key().words();
                brokers.put(
                        actors.indexOf(entry.key().words()),
                        reading.judgements().read(id, entry.value(), Unit.ODDS, shared));
            }
        }
        boolean stated = fields.flag("dormant");
        return new Terms(
                spec,
                fields.text("if").map(reading.conditions()::read).orElse(Guard.ALWAYS),
                brokers,
                prices(spec, "brokering costs", "broker", List.copyOf(brokers.keySet())),
                prices(spec, "signing costs", "party", spec.parties()),
                fields.node("lapses")
                        .map(node ->
                                reading.judgements().read(spec.id() + " lapses", node, Unit.RATE, Provenance.NONE)),
                new LeadsReader(reading).then(spec.item(), fields),
                stated,
                reading.switches().closes(spec.id(), stated));
    }

    /// @param role what those who pay are, for messages
    private Map<Integer, List<Price>> prices(Tables.Spec spec, String key, String role, List<Integer> payers) {
        Map<Integer, List<Price>> prices = new LinkedHashMap<>();
        Optional<Node.Mapping> mapping = spec.fields().mapping(key);
        Provenance shared = mapping.map(m -> Provenance.of(m, Provenance.NONE)).orElse(Provenance.NONE);
        List<String> names = payers.stream().map(actors::get).toList();
        for (Node.Entry entry : mapping.map(Node.Mapping::entries).orElse(List.of())) {
            String words = entry.key().words();
            if (Provenance.KEYS.contains(words)) {
                continue;
            }
            if (!names.contains(words)) {
                reading.problems()
                        .unknown(
                                entry.key().spot(),
                                words,
                                role + " of " + Say.quoted(spec.id()),
                                role.equals("party") ? "parties" : "brokers",
                                names);
                continue;
            }
            prices.put(
                    actors.indexOf(words),
                    new PriceReader(reading).read(spec.id() + " " + key + " " + words, entry.value(), shared));
        }
        return prices;
    }

    void moves(List<Move> moves) {
        for (Terms one : terms) {
            one.brokers().forEach((broker, odds) -> moves.add(broker(one, broker, odds, moves.size())));
            one.spec().parties().forEach(party -> moves.add(sign(one, party, moves.size())));
        }
    }

    private Move broker(Terms one, int broker, Judgement odds, int index) {
        Tables.Spec spec = one.spec();
        int party = spec.parties().indexOf(broker);
        int level = spec.level(party < 0 ? 0 : 1 << party);
        var open = new Condition.All(
                List.of(new Condition.On(spec.row(), 1), one.when().test()));
        String text = tableName(spec) + " is none"
                + (one.when().equals(Guard.ALWAYS) ? "" : " and (" + one.when().text() + ")");
        var success = new Leads.Branch(
                Optional.empty(),
                List.of(new Effect.To(spec.row(), level)),
                spec.id() + " to " + (party < 0 ? Tables.OFFERED : "signed-by-" + actors.get(broker)));
        var leads = new Leads(Optional.of(odds), List.of(success), List.of(LeadsReader.NOTHING));
        return move(
                one,
                broker,
                "broker-",
                index,
                new Guard(text, open),
                one.brokering().getOrDefault(broker, List.of()),
                List.of(new Move.Case(Condition.always(), leads)),
                Move.Origin.BROKER);
    }

    /// A signature has two cases: the last one missing applies the agreement, any other waits for
    /// the rest.
    private Move sign(Terms one, int party, int index) {
        Tables.Spec spec = one.spec();
        int me = 1 << spec.parties().indexOf(party);
        int all = (1 << spec.parties().size()) - 1;
        long open = 0;
        List<Effect> waiting = new ArrayList<>();
        for (int signed : spec.signed()) {
            if ((signed & me) != 0) {
                continue;
            }
            open |= 1L << spec.level(signed);
            if ((signed | me) != all) {
                waiting.add(new Effect.Leave(spec.row(), 1L << spec.level(signed), spec.level(signed | me)));
            }
        }
        List<Move.Case> cases = new ArrayList<>();
        if (spec.signed().contains(all & ~me)) {
            var last = new Condition.On(spec.row(), 1L << spec.level(all & ~me));
            cases.add(new Move.Case(last, new Leads(Optional.empty(), applied(one), List.of(LeadsReader.NOTHING))));
        }
        var branch =
                new Leads.Branch(Optional.empty(), List.copyOf(waiting), spec.id() + " signed by " + actors.get(party));
        cases.add(new Move.Case(
                Condition.always(), new Leads(Optional.empty(), List.of(branch), List.of(LeadsReader.NOTHING))));
        return move(
                one,
                party,
                "sign-",
                index,
                new Guard(
                        spec.id() + " is offered and not signed by " + actors.get(party),
                        new Condition.On(spec.row(), open)),
                one.signing().getOrDefault(party, List.of()),
                List.copyOf(cases),
                Move.Origin.SIGN);
    }

    /// The branches of `then`, each after clearing the table.
    private static List<Leads.Branch> applied(Terms one) {
        Tables.Spec spec = one.spec();
        var clear = new Effect.Leave(spec.row(), spec.levels(), 0);
        List<Leads.Branch> branches = new ArrayList<>();
        for (Leads.Branch branch : one.then()) {
            List<Effect> effects = new ArrayList<>(List.of(clear));
            effects.addAll(branch.effects());
            branches.add(new Leads.Branch(branch.odds(), List.copyOf(effects), branch.text()));
        }
        return List.copyOf(branches);
    }

    private Move move(
            Terms one,
            int actor,
            String verb,
            int index,
            Guard when,
            List<Price> costs,
            List<Move.Case> cases,
            Move.Origin origin) {
        String id = actors.get(actor) + "/" + verb + one.spec().id();
        reading.names()
                .addGenerated(
                        id,
                        Names.Kind.MOVE,
                        one.spec().id(),
                        one.spec().item().key().spot());
        String title =
                verb.replace('-', ' ') + one.spec().fields().title(one.spec().id());
        boolean dormant = dormant(one, id);
        return new Move(
                index,
                id,
                title,
                actor,
                when,
                costs,
                cases,
                origin,
                dormant,
                one.spec().item().position());
    }

    /// By its own name if that is forbidden or allowed, else as the agreement is.
    private boolean dormant(Terms one, String id) {
        boolean own = reading.switches().allow().contains(id)
                || reading.switches().forbid().contains(id);
        return own ? reading.switches().closes(id, one.statedDormant()) : one.dormant();
    }

    void lapses(List<Chance> chance) {
        for (Terms one : terms) {
            if (one.lapses().isEmpty()) {
                continue;
            }
            Tables.Spec spec = one.spec();
            String id = spec.id() + "-lapses";
            reading.names()
                    .addGenerated(
                            id, Names.Kind.CHANCE, spec.id(), spec.item().key().spot());
            var branch = new Leads.Branch(
                    Optional.empty(), List.of(new Effect.Leave(spec.row(), spec.levels(), 0)), spec.id() + " to none");
            chance.add(new Chance(
                    chance.size(),
                    id,
                    spec.fields().title(spec.id()) + " lapses",
                    new Guard(spec.id() + " is not none", new Condition.On(spec.row(), spec.levels())),
                    one.lapses().get(),
                    List.of(),
                    new Leads(Optional.empty(), List.of(branch), List.of(LeadsReader.NOTHING)),
                    Chance.Origin.LAPSE,
                    dormant(one, id),
                    spec.item().position()));
        }
    }

    /// What agreements bring along, each with the agreement that brings it.
    static Map<String, String> parts(List<Move> moves, List<Chance> chance) {
        Map<String, String> parts = new HashMap<>();
        for (Move move : moves) {
            if (move.origin() != Move.Origin.STATED) {
                String verb = MoveReader.verb(move.id());
                parts.put(move.id(), verb.substring(verb.indexOf('-') + 1));
            }
        }
        for (Chance event : chance) {
            if (event.origin() == Chance.Origin.LAPSE) {
                parts.put(event.id(), event.id().substring(0, event.id().lastIndexOf('-')));
            }
        }
        return parts;
    }

    /// Says that `id` cannot be opened without the dormant agreement `owner` that it is a part
    /// of.
    static void half(Problems problems, Spot spot, String id, String owner) {
        problems.add(
                spot,
                Say.quoted(id) + " is a part of the agreement " + Say.quoted(owner) + ", which is dormant as a whole.",
                "Allow " + Say.quoted(owner) + " instead; what of it is to stay closed can be forbidden beside that.");
    }

    private static String tableName(Tables.Spec spec) {
        return spec.fields().text("table").map(Node.Text::value).orElse(spec.id());
    }
}
