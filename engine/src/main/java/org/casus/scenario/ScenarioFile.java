package org.casus.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A scenario file, read and checked, with every policy it holds; gives the [Scenario] as it is or under edits.
///
/// Reading a file of some hundred lines takes milliseconds, and the same again for each policy.
public final class ScenarioFile {

    private final String name;
    private final Document document;
    private final Node.Mapping root;
    private final Scenario scenario;

    private ScenarioFile(String name, Document document, Node.Mapping root, Scenario scenario) {
        this.name = name;
        this.document = document;
        this.root = root;
        this.scenario = scenario;
    }

    /// Reads the file at `path`. A scenario is called as its folder if the file is `scenario.yaml`, else as the file.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws ScenarioException with everything that is wrong with it
    public static ScenarioFile load(Path path) throws IOException, ScenarioException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(Limits.BYTES + 1);
        }
        String label = path.toString();
        if (bytes.length > Limits.BYTES) {
            throw refused(
                    label,
                    "The file is larger than " + Limits.BYTES / 1_000_000 + " MB.",
                    "A scenario is text that people write.");
        }
        return of(nameOf(path), label, decoded(label, bytes));
    }

    private static String decoded(String label, byte[] bytes) throws ScenarioException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(label, "The file is not UTF-8 text.", "A scenario is plain text; save it as UTF-8.");
        }
    }

    private static String nameOf(Path path) {
        Path file = path.toAbsolutePath().normalize();
        String last = String.valueOf(file.getFileName());
        Path folder = file.getParent();
        if (last.equals("scenario.yaml") && folder != null && folder.getFileName() != null) {
            return folder.getFileName().toString();
        }
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /// Reads `text`.
    ///
    /// @param name what the scenario is called
    /// @param label what positions call the text, e.g. its path
    /// @throws ScenarioException with everything that is wrong with it
    public static ScenarioFile of(String name, String label, String text) throws ScenarioException {
        if (text.length() > Limits.BYTES) {
            throw refused(
                    label,
                    "The text is longer than " + Limits.BYTES + " characters.",
                    "A scenario is text that people write.");
        }
        var document = new Document(label, text);
        var problems = new Problems();
        Optional<Node> node = YamlText.read(document, problems);
        if (node.isEmpty() && !problems.any()) {
            problems.add(document.spot(0, 0), "The file is empty.", start());
        }
        if (node.isPresent() && !(node.get() instanceof Node.Mapping)) {
            problems.add(node.get().spot(), "This is no scenario: a file is a mapping of keys to values.", start());
        }
        if (node.isEmpty() || !(node.get() instanceof Node.Mapping root)) {
            throw new ScenarioException(problems.sorted());
        }
        var identity = new ScenarioReader.Identity(name, hash(text, Edits.none()), PolicyReader.AS_IS, false);
        Scenario scenario = new ScenarioReader(root, Switches.NONE, problems).read(identity);
        var file = new ScenarioFile(name, document, root, scenario);
        for (Item item : Item.section(root, "policies")) {
            file.check(item, problems);
        }
        if (problems.any()) {
            throw new ScenarioException(problems.sorted());
        }
        return file;
    }

    private static String start() {
        return "It begins with `format: casus/1`.";
    }

    private static ScenarioException refused(String label, String found, String legal) {
        return new ScenarioException(List.of(new Problem(new Position(label, 1, 1, 1), "", found, legal, "")));
    }

    /// The scenario as it is.
    public Scenario scenario() {
        return scenario;
    }

    /// The text as it was read.
    public String text() {
        return document.text;
    }

    /// The scenario under `edits`: its policy first, then the settings, closings and openings in order. The whole file
    /// is read again with them, so whatever follows from a changed value follows.
    ///
    /// @throws ScenarioException if a policy or path does not exist, or what comes out is no scenario
    public Scenario with(Edits edits) throws ScenarioException {
        if (edits.equals(Edits.none())) {
            return scenario;
        }
        var problems = new Problems();
        Node.Mapping edited = root;
        List<String> forbid = new ArrayList<>();
        List<String> allow = new ArrayList<>();
        String id = edits.policy().orElse(PolicyReader.AS_IS);
        if (!id.equals(PolicyReader.AS_IS)) {
            Optional<Item> policy = Item.section(root, "policies").stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst();
            if (policy.isEmpty()) {
                List<String> known = new ArrayList<>(
                        scenario.policies().stream().map(Policy::id).toList());
                if (!known.contains(PolicyReader.AS_IS)) {
                    known.addFirst(PolicyReader.AS_IS);
                }
                problems.unknown(new Document("--policy", id).spot(0, id.length()), id, "policy", "policies", known);
                throw new ScenarioException(problems.sorted());
            }
            Fields fields = policy.get().fields("policy");
            edited = settings(edited, fields, problems);
            fields.texts("forbid").forEach(text -> forbid.add(text.value()));
            fields.texts("allow").forEach(text -> allow.add(text.value()));
        }
        for (Policy.Setting setting : edits.set()) {
            edited = set(edited, setting, problems);
        }
        forbid.removeAll(edits.allow());
        allow.removeAll(edits.forbid());
        forbid.addAll(edits.forbid());
        allow.addAll(edits.allow());
        check(edits.forbid(), "--forbid", problems);
        check(edits.allow(), "--allow", problems);
        var identity = new ScenarioReader.Identity(name, hash(document.text, edits), id, true);
        Scenario result = new ScenarioReader(edited, new Switches(forbid, allow), problems).read(identity);
        if (problems.any()) {
            throw new ScenarioException(problems.sorted());
        }
        return result;
    }

    private void check(List<String> ids, String label, Problems problems) {
        List<String> closable = new ArrayList<>();
        scenario.moves().forEach(move -> closable.add(move.id()));
        scenario.chance().forEach(event -> closable.add(event.id()));
        scenario.commitments().forEach(one -> closable.add(one.id()));
        scenario.agreements().forEach(one -> closable.add(one.id()));
        for (String id : ids) {
            if (!closable.contains(id)) {
                problems.unknown(
                        new Document(label, id).spot(0, id.length()),
                        id,
                        "move, chance event, commitment or agreement",
                        "what can be closed",
                        closable);
            }
        }
    }

    /// `path=value` of the command line, its value read as YAML.
    private static Node.Mapping set(Node.Mapping root, Policy.Setting setting, Problems problems) {
        String path = setting.path().strip();
        var shown = new Document("--set", path + "=" + setting.value());
        var key = new Node.Text(path, shown.spot(0, path.length()), true);
        Optional<Node> value = YamlText.read(shown, path.length() + 1, problems);
        if (path.isEmpty() || value.isEmpty()) {
            problems.add(
                    shown.spot(0, shown.text.length()),
                    "A setting without a value.",
                    "Such as `usa acts=every 2 weeks`.");
            return root;
        }
        return Editing.set(root, key, value.get(), problems);
    }

    private static Node.Mapping settings(Node.Mapping root, Fields policy, Problems problems) {
        Node.Mapping edited = root;
        for (Node.Entry entry : policy.mapping("set").map(Node.Mapping::entries).orElse(List.of())) {
            edited = Editing.set(edited, entry.key(), entry.value(), problems);
        }
        return edited;
    }

    /// Applies a policy and reads the whole again. What goes wrong only then is told at the policy.
    private void check(Item item, Problems problems) {
        Fields fields = item.fields("policy");
        var own = new Problems();
        Node.Mapping edited = settings(root, fields, own);
        var switches = new Switches(
                fields.texts("forbid").stream().map(Node.Text::value).toList(),
                fields.texts("allow").stream().map(Node.Text::value).toList());
        var identity = new ScenarioReader.Identity(name, "", item.id(), true);
        new ScenarioReader(edited, switches, own).read(identity);
        problems.under(item, fields, own);
    }

    private static String hash(String text, Edits edits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            var said = new StringBuilder();
            edits.policy()
                    .filter(p -> !p.equals(PolicyReader.AS_IS))
                    .ifPresent(p -> said.append("\0policy ").append(p));
            edits.set()
                    .forEach(s ->
                            said.append("\0set ").append(s.path()).append('=').append(s.value()));
            edits.forbid().forEach(id -> said.append("\0forbid ").append(id));
            edits.allow().forEach(id -> said.append("\0allow ").append(id));
            digest.update(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
