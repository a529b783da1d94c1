package org.casus.scenario;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casus.scenario.Change.About;
import org.casus.scenario.Change.Touch;

/// Two scenario files held against each other by meaning.
///
/// Comments, the order of keys, layout and other spellings of one condition, effect or number are no
/// difference. What there is comes as a list of [Change]s, renamed things first, then section by section in
/// the order of the language; each can be put into the first file alone, or several together, so that what
/// they do can be worked out one by one.
///
/// Cost: each file is read once or twice more; putting changes in reads a file once for each question.
public final class Revision {

    private final ScenarioFile file;
    private final Edits edits;
    private final Node.Mapping tree;
    private final Scenario before;
    private final Scenario renamed;
    private final List<Renames.Rename> renames;
    private final List<Found> found;

    private Revision(ScenarioFile first, ScenarioFile second, Edits edits) throws ScenarioException {
        this.file = first;
        this.edits = edits;
        tree = Trees.full(first.root());
        Node.Mapping full = Trees.full(second.root());
        Renames.Result names = Renames.of(tree, full);
        Optional<Scenario> read = second.reread(names.tree());
        renames = read.isPresent() ? names.renames() : List.of();
        Node.Mapping other = read.isPresent() ? names.tree() : full;
        Scenario asIs = read.orElse(second.scenario());
        found = TreeDiff.of(tree, new Meaning(tree, first.scenario()), other, new Meaning(other, asIs));
        before = first.with(edits);
        boolean none = edits.equals(Edits.none());
        Optional<Scenario> edited = none ? Optional.of(asIs) : second.reread(other, edits);
        // Told by the file's own text, names and lines.
        renamed = edited.isPresent() ? edited.get() : second.with(edits);
    }

    /// What became of `before` in `after`.
    public static Revision of(ScenarioFile before, ScenarioFile after) {
        try {
            return new Revision(before, after, Edits.none());
        } catch (ScenarioException e) {
            throw new IllegalStateException("a file that was read cannot be read", e);
        }
    }

    /// The same with `edits` in force in both files, under the names of the first. What they set is the same in
    /// both and no change; what differs in the policy that they name may touch the game.
    ///
    /// @throws ScenarioException if either file has no such policy or path, or is no scenario under them
    public static Revision of(ScenarioFile before, ScenarioFile after, Edits edits) throws ScenarioException {
        return new Revision(before, after, edits);
    }

    /// Every difference in meaning; empty if there is none.
    public List<Change> changes() {
        return Stream.concat(
                        renames.stream().map(Revision::change),
                        found.stream().map(Found::change).map(this::inForce))
                .toList();
    }

    /// A change of the policy in force is one of the game.
    private Change inForce(Change change) {
        return change.touch() == Touch.POLICIES
                        && edits.policy().filter(change.owner()::equals).isPresent()
                ? change.touching(Touch.GAME)
                : change;
    }

    private static Change change(Renames.Rename rename) {
        return new Change(
                rename.about(),
                rename.owner().isEmpty() ? rename.from() : rename.owner(),
                rename.owner().isEmpty() ? rename.from() : rename.owner() + " levels " + rename.from(),
                Change.Kind.RENAMED,
                false,
                Touch.NAMES,
                Optional.of(new Change.Side(
                        rename.from(), rename.before().key().spot().position())),
                Optional.of(
                        new Change.Side(rename.to(), rename.after().key().spot().position())));
    }

    /// The first file's scenario, with the edits in force.
    public Scenario before() {
        return before;
    }

    /// The second file's scenario, what was renamed under its name in the first.
    public Scenario after() {
        return renamed;
    }

    /// What the second file calls the thing that the first calls `name`.
    public String nameAfter(About about, String name) {
        return renames.stream()
                .filter(rename -> rename.about() == about
                        && rename.owner().isEmpty()
                        && rename.from().equals(name))
                .map(Renames.Rename::to)
                .findFirst()
                .orElse(name);
    }

    /// The first file's scenario with these of the [#changes] in it, by their places in the list in any order;
    /// empty if it is no scenario without the others.
    public Optional<Scenario> with(List<Integer> changes) {
        Node.Mapping edited = tree;
        for (int change : new TreeSet<>(changes)) {
            if (change >= renames.size()) {
                edited = found.get(change - renames.size()).graft().into(edited);
            }
        }
        return file.reread(edited, edits);
    }

    /// The changes that may touch the game, by their places in [#changes], in the smallest groups found that make
    /// a scenario of the first file: most stand alone; a row that is new goes with the moves that need it. Behind
    /// them, in one group or in several, those that cannot touch it and without which they make none: the source
    /// that a number now cites.
    public List<List<Integer>> steps() {
        return Steps.of(changes(), group -> with(group).isPresent());
    }
}
