package org.casus.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A scenario file, read and checked, with every policy it holds; gives the [Scenario] as it is
/// or under edits.
///
/// Reading a file of some hundred lines takes milliseconds, and the same again for each policy.
public final class ScenarioFile {

    private final String name;
    private final Document document;
    private final Node.Mapping root;
    private final Scenario scenario;
    /// Settings that hold under every policy as well.
    private final List<Policy.Setting> always;

    private ScenarioFile(
            String name, Document document, Node.Mapping root, Scenario scenario, List<Policy.Setting> always) {
        this.name = name;
        this.document = document;
        this.root = root;
        this.scenario = scenario;
        this.always = always;
    }

    /// What the file of a scenario with a folder of its own is called.
    public static final String NAME = FileText.FILE;

    /// Reads the file at `path`. A scenario is called as its folder if the file is
    /// `scenario.yaml`, else as the file.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws ScenarioException with everything that is wrong with it
    public static ScenarioFile load(Path path) throws IOException, ScenarioException {
        try (InputStream in = Files.newInputStream(path)) {
            return load(FileText.name(path), path.toString(), in);
        }
    }

    /// Reads all that `in` holds, as a file is read.
    ///
    /// @param name what the scenario is called
    /// @param label what positions call the text
    /// @throws IOException if it cannot be read
    /// @throws ScenarioException with everything that is wrong with it
    public static ScenarioFile load(String name, String label, InputStream in) throws IOException, ScenarioException {
        return of(name, label, FileText.read(label, in));
    }

    /// Reads `text`.
    ///
    /// @param name what the scenario is called
    /// @param label what positions call the text, e.g. its path
    /// @throws ScenarioException with everything that is wrong with it
    public static ScenarioFile of(String name, String label, String text) throws ScenarioException {
        if (text.length() > Limits.BYTES) {
            throw FileText.refused(
                    label,
                    "The text is longer than " + Limits.BYTES + " characters.",
                    "A scenario is text that people write.");
        }
        var problems = new Problems();
        Optional<ScenarioFile> file = problems.guard(() -> parse(name, new Document(label, text), problems));
        if (problems.any() || file.isEmpty()) {
            throw new ScenarioException(problems.sorted());
        }
        return file.get();
    }

    private static Optional<ScenarioFile> parse(String name, Document document, Problems problems) {
        Optional<Node> node = YamlText.read(document, problems);
        String start = "It begins with `format: casus/1`.";
        if (node.isEmpty() && !problems.any()) {
            problems.add(document.spot(0, 0), "The file is empty.", start);
        }
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Node.Mapping root)) {
            problems.add(node.get().spot(), "This is no scenario: a file is a mapping of keys to values.", start);
            return Optional.empty();
        }
        var identity = new ScenarioReader.Identity(name, hash(document.text, Edits.none()), Policy.AS_IS, false);
        Scenario scenario = new ScenarioReader(root, Switches.NONE, problems).read(identity);
        for (Item policy :
                Item.section(root, "policies").stream().limit(Limits.POLICIES).toList()) {
            new PolicyCheck(name, root, scenario, problems).apply(policy);
        }
        return Optional.of(new ScenarioFile(name, document, root, scenario, List.of()));
    }

    /// The scenario as it is.
    public Scenario scenario() {
        return scenario;
    }

    /// The text as it was read.
    public String text() {
        return document.text;
    }

    /// The scenario under `edits`: its policy first, then the settings, closings and openings in
    /// order, later ones winning. The whole file is read again with them, so whatever follows
    /// from a changed value follows.
    ///
    /// @throws ScenarioException if a policy, path or name does not exist, or what comes out is
    ///     no scenario; what a setting breaks elsewhere in the file is told at the setting
    public Scenario with(Edits edits) throws ScenarioException {
        if (edits.equals(Edits.none())) {
            return scenario;
        }
        Edits all = edits.with(always);
        var problems = new Problems();
        Optional<Scenario> edited = read(all, problems);
        if (problems.any() || edited.isEmpty()) {
            throw new ScenarioException(new Blame(all, this::problems).tell(problems.sorted()));
        }
        return edited.get();
    }

    /// What the text says and where it says it, before any edit.
    public Written.Entries written() {
        return (Written.Entries) Traces.of(root);
    }

    /// What is to be done to the text so that it says another value where `path` leads, as `--set` takes it:
    /// mostly one replacement; one addition where a default or nothing stood for it; for what means every
    /// actor, such as `sharpness`, the default and the loss of each actor's own. A number of one of alike actors is
    /// written for all of them.
    ///
    /// @throws ScenarioException if the path leads nowhere
    public List<Rewrite> rewrites(String path) throws ScenarioException {
        List<Rewrite> rewrites = new ArrayList<>();
        for (String each : scenario.tied(path.strip().replaceAll("\\s+", " "))) {
            rewrites.addAll(Rewriting.of(root, each));
        }
        return List.copyOf(rewrites);
    }

    /// The tree of the file, before any edit.
    Node.Mapping root() {
        return root;
    }

    /// What `tree` says, if it says a scenario: this file with a tree that someone has changed.
    Optional<Scenario> reread(Node.Mapping tree) {
        var problems = new Problems();
        Optional<Scenario> read = problems.guard(() -> {
            var identity = new ScenarioReader.Identity(name, scenario.hash(), Policy.AS_IS, true);
            return Optional.of(new ScenarioReader(tree, Switches.NONE, problems).read(identity));
        });
        return problems.any() ? Optional.empty() : read;
    }

    /// The same with `edits` put in force on it, by its own names.
    Optional<Scenario> reread(Node.Mapping tree, Edits edits) {
        Optional<Scenario> asIs = reread(tree);
        if (edits.equals(Edits.none()) || asIs.isEmpty()) {
            return asIs;
        }
        var problems = new Problems();
        Optional<Scenario> read = problems.guard(() -> read(tree, asIs.get(), edits, problems));
        return problems.any() ? Optional.empty() : read;
    }

    /// The same file with settings that hold from now on: as it is, and after every policy and edit.
    ///
    /// @throws ScenarioException if a path does not exist, or what comes out is no scenario
    public ScenarioFile always(List<Policy.Setting> settings) throws ScenarioException {
        if (settings.isEmpty()) {
            return this;
        }
        List<Policy.Setting> all =
                Stream.concat(always.stream(), settings.stream()).toList();
        var plain = new ScenarioFile(name, document, root, scenario, List.of());
        Scenario asIs = plain.with(Edits.none().with(all));
        return new ScenarioFile(name, document, root, asIs, all);
    }

    private Problems problems(Edits edits) {
        var problems = new Problems();
        read(edits, problems);
        return problems;
    }

    private Optional<Scenario> read(Edits edits, Problems problems) {
        return problems.guard(() -> read(root, scenario, edits, problems));
    }

    private Optional<Scenario> read(Node.Mapping tree, Scenario asIs, Edits edits, Problems problems) {
        var applied = new AppliedEdits(tree, asIs, problems);
        applied.apply(edits);
        String policy = edits.policy().orElse(Policy.AS_IS);
        var identity = new ScenarioReader.Identity(name, hash(document.text, edits), policy, true);
        return Optional.of(new ScenarioReader(applied.root(), applied.switches(), problems).read(identity));
    }

    /// SHA-256 of the text and of what `edits` say, in hex.
    private static String hash(String text, Edits edits) {
        var said = new StringBuilder(text);
        edits.policy()
                .filter(policy -> !policy.equals(Policy.AS_IS))
                .ifPresent(policy -> said.append("\0policy ").append(policy));
        edits.set()
                .forEach(s -> said.append("\0set ").append(s.path()).append('=').append(s.value()));
        edits.forbid().forEach(id -> said.append("\0forbid ").append(id));
        edits.allow().forEach(id -> said.append("\0allow ").append(id));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
