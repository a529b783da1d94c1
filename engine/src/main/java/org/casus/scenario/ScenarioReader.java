package org.casus.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a tree of nodes into a [Scenario]: shape first, then names, then section by section.
final class ScenarioReader {

    /// What identifies a reading beside the file's content.
    ///
    /// @param policy id of the policy in force, or `as-is`
    /// @param edited whether the tree differs from the file: then groups that lost a member are
    ///     passed over
    record Identity(String name, String hash, String policy, boolean edited) {}

    private final Node.Mapping root;
    private final Switches switches;
    private final Problems problems;

    ScenarioReader(Node.Mapping root, Switches switches, Problems problems) {
        this.root = new Shape(problems).check(root);
        this.switches = switches;
        this.problems = problems;
    }

    /// What stands before conditions and effects can be read: names, and the rows that they lead to.
    private record Ground(HeadReader head, List<Row> rows, Tables tables, Commitments commitments, Reading reading) {}

    private Ground lay() {
        var head = new HeadReader(Fields.of("scenario", root), problems);
        Names names = Names.of(root, problems);
        List<String> actorIds = section("actors").stream().map(Item::id).toList();
        var views = new Views();
        List<Row> rows = new ArrayList<>(new BoardReader(names, problems).read(section("board")));
        rows.forEach(row -> views.add(View.of(row)));
        var tables = new Tables(names, actorIds, problems);
        tables.lay(section("agreements"), rows.size(), views);
        rows.addAll(tables.rows);
        var commitments = new Commitments(names, problems);
        commitments.lay(section("commitments"), rows, rows.size(), switches);
        rows.addAll(commitments.rows);
        var conditions = new ConditionText(names, views, commitments, problems);
        var judgements = new Judgements(head.unit(), names.of(Names.Kind.SOURCE), problems);
        var reading = new Reading(
                root, problems, names, judgements, switches, views, conditions, new EffectText(names, views, problems));
        return new Ground(head, rows, tables, commitments, reading);
    }

    /// What reads single conditions and effects of this file.
    Reading reading() {
        return lay().reading();
    }

    /// The scenario; of no use where there are problems.
    Scenario read(Identity identity) {
        Fields file = Fields.of("scenario", root);
        Ground ground = lay();
        HeadReader head = ground.head();
        LocalDate asOf = head.asOf();
        Reading reading = ground.reading();
        var world = new WorldReader(reading.names(), problems);
        List<Source> sources = world.sources(section("sources"), asOf, head);
        List<Place> places = world.places(section("places"));
        List<Row> rows = ground.rows();
        Tables tables = ground.tables();
        Commitments commitments = ground.commitments();
        Judgements judgements = reading.judgements();
        List<String> actorIds = section("actors").stream().map(Item::id).toList();

        List<Actor> actors = actors(reading);
        var obligations = new CommitmentReader(reading, commitments, actorIds);
        obligations.read();
        actors.replaceAll(obligations::oblige);
        var agreements = new AgreementReader(reading, actorIds);
        agreements.read(tables.specs);
        List<Move> moves = new ArrayList<>();
        new MoveReader(reading, actorIds).read(section("moves"), moves);
        agreements.moves(moves);
        List<Chance> chance = new ArrayList<>();
        new ChanceReader(reading).read(section("chance"), chance);
        agreements.lapses(chance);
        obligations.breaches(chance);

        List<Outcome> outcomes = new OutcomeReader(reading).read(section("outcomes"));
        Map<String, String> parts = AgreementReader.parts(moves, chance);
        List<Policy> policies = new PolicyReader(reading, dormant(), parts).read(section("policies"));
        var claims = new ClaimReader(reading, outcomes, moves);
        List<Score> scores = claims.scores(section("scores"));
        List<Claim> stated = claims.claims(section("claims"));
        List<List<Integer>> together = new TogetherReader(reading).read(file, identity.edited());
        var alike = new AlikeReader(reading.names(), actorIds, problems).read(file);
        sizes(rows, actors);
        var read = new Scenario(
                identity.name(),
                file.words("title").orElse(identity.name()),
                file.words("question").orElse(""),
                identity.hash(),
                identity.policy(),
                asOf,
                head.clock(),
                head.choice(),
                sources,
                places,
                List.copyOf(rows),
                List.copyOf(actors),
                List.copyOf(obligations.list),
                List.copyOf(agreements.list),
                List.copyOf(moves),
                List.copyOf(chance),
                outcomes,
                policies,
                scores,
                stated,
                together,
                List.of(),
                judgements.list());
        return alike.isEmpty() || problems.any() ? read : symmetric(read, alike, identity.edited());
    }

    /// `read` with groups of alike actors, where they are.
    private Scenario symmetric(Scenario read, List<AlikeReader.Group> groups, boolean edited) {
        var check = new AlikeCheck(read, edited, problems);
        List<Peers> peers = check.peers(groups);
        return read.with(peers, check.together(peers));
    }

    private List<Item> section(String key) {
        return Item.section(root, key);
    }

    private List<Actor> actors(Reading reading) {
        var reader = new ActorReader(reading);
        List<Actor> actors = new ArrayList<>();
        for (Item item : section("actors")) {
            actors.add(reader.read(actors.size(), item));
        }
        reader.complain();
        return actors;
    }

    /// What the file states to be dormant.
    private Set<String> dormant() {
        Set<String> dormant = new HashSet<>();
        for (String section : List.of("moves", "chance", "commitments", "agreements")) {
            for (Item item : section(section)) {
                boolean stated = item.value() instanceof Node.Mapping mapping
                        && mapping.value("dormant")
                                .flatMap(Fields::text)
                                .map(t -> t.value().equals("true"))
                                .orElse(false);
                if (stated) {
                    dormant.add(item.id());
                }
            }
        }
        return dormant;
    }

    private void sizes(List<Row> rows, List<Actor> actors) {
        most("rows, tables and memories of commitments included", rows.size(), Limits.ROWS, "board");
        most("actors", actors.size(), Limits.ACTORS, "actors");
        most("policies", section("policies").size(), Limits.POLICIES, "policies");
        for (String key : List.of("board", "actors", "outcomes")) {
            Optional<Node.Entry> entry = root.entry(key);
            if (entry.isPresent() && empty(entry.get().value())) {
                problems.add(
                        entry.get().key().spot(),
                        Say.quoted(key) + " is empty.",
                        "A scenario has at least one entry here.");
            }
        }
    }

    private static boolean empty(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> mapping.entries().isEmpty();
            case Node.Sequence list -> list.items().isEmpty();
            case Node.Text text -> Shape.empty(text);
        };
    }

    private void most(String what, int count, int limit, String key) {
        if (count > limit) {
            problems.add(
                    root.entry(key).orElseThrow().key().spot(),
                    "There are " + count + " " + what + ".",
                    "At most " + limit + ".");
        }
    }
}
