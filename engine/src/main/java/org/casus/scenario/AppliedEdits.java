package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file's tree with edits put in, and what they close and open.
final class AppliedEdits {

    /// What positions call the text of a setting.
    static final String LABEL = "--set";

    private final Scenario asIs;
    private final Problems problems;
    private final List<String> forbid = new ArrayList<>();
    private final List<String> allow = new ArrayList<>();
    private Node.Mapping root;
    /// Whether nobody is alike any more under the settings.
    private boolean lifted;

    AppliedEdits(Node.Mapping root, Scenario asIs, Problems problems) {
        this.root = root;
        this.asIs = asIs;
        this.problems = problems;
    }

    Node.Mapping root() {
        return root;
    }

    Switches switches() {
        return new Switches(List.copyOf(forbid), List.copyOf(allow));
    }

    void apply(Edits edits) {
        lifted = edits.set().stream().anyMatch(setting -> setting.path().strip().equals("alike"));
        edits.policy().filter(id -> !id.equals(Policy.AS_IS)).ifPresent(this::policy);
        edits.set().forEach(this::set);
        edits.forbid().forEach(id -> closable(id, "--forbid"));
        edits.allow().forEach(id -> closable(id, "--allow"));
        half(edits.allow());
        forbid.removeAll(edits.allow());
        allow.removeAll(edits.forbid());
        forbid.addAll(edits.forbid());
        allow.addAll(edits.allow());
    }

    private void policy(String id) {
        Optional<Item> policy = Item.section(root, "policies").stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
        if (policy.isEmpty()) {
            List<String> known =
                    new ArrayList<>(asIs.policies().stream().map(Policy::id).toList());
            if (!known.contains(Policy.AS_IS)) {
                known.addFirst(Policy.AS_IS);
            }
            problems.unknown(whole("--policy", id), id, "policy", "policies", known);
            return;
        }
        Fields fields = policy.get().fields("policy");
        lifted |= fields.mapping("set").flatMap(set -> set.entry("alike")).isPresent();
        root = settings(root, asIs, fields, problems);
        fields.texts("forbid").forEach(text -> forbid.add(text.value()));
        fields.texts("allow").forEach(text -> allow.add(text.value()));
    }

    /// `root` with what a policy sets.
    static Node.Mapping settings(Node.Mapping root, Scenario asIs, Fields policy, Problems problems) {
        Node.Mapping edited = root;
        boolean lifted =
                policy.mapping("set").flatMap(set -> set.entry("alike")).isPresent();
        for (Node.Entry entry : policy.mapping("set").map(Node.Mapping::entries).orElse(List.of())) {
            edited = set(edited, lifted ? List.of() : asIs.tied(entry.key().words()), entry, problems);
        }
        return edited;
    }

    /// `root` with one value set. A number of one of alike actors is set for all of them, unless they are alike no
    /// more.
    private static Node.Mapping set(Node.Mapping root, List<String> tied, Node.Entry entry, Problems problems) {
        Node.Text path = entry.key();
        Node.Mapping edited = Editing.set(root, path, entry.value(), problems);
        for (String other : tied) {
            if (!other.equals(path.words())) {
                var key = new Node.Text(other, path.spot(), path.edited());
                edited = Editing.set(edited, key, entry.value(), problems);
            }
        }
        return edited;
    }

    /// `path=value` of the command line, its value read as YAML.
    private void set(Policy.Setting setting) {
        String path = setting.path().strip();
        Document shown = shown(setting);
        int before = problems.count();
        Optional<Node> value = YamlText.read(shown, path.length() + 1, problems);
        if (problems.count() > before) {
            return;
        }
        if (path.isEmpty() || value.isEmpty()) {
            problems.add(
                    shown.spot(0, shown.text.length()),
                    path.isEmpty() ? "A setting without a path." : "A setting without a value.",
                    "Such as `usa acts=every 2 weeks`.");
            return;
        }
        var key = new Node.Text(path, shown.spot(0, path.length()), true);
        root = set(root, lifted ? List.of() : asIs.tied(key.words()), new Node.Entry(key, value.get()), problems);
    }

    /// A setting as messages quote it.
    static Document shown(Policy.Setting setting) {
        return new Document(LABEL, setting.path().strip() + "=" + setting.value());
    }

    private void closable(String id, String label) {
        List<String> closable = new ArrayList<>();
        asIs.moves().forEach(move -> closable.add(move.id()));
        asIs.chance().forEach(event -> closable.add(event.id()));
        asIs.commitments().forEach(one -> closable.add(one.id()));
        asIs.agreements().forEach(one -> closable.add(one.id()));
        if (!closable.contains(id)) {
            problems.unknown(
                    whole(label, id),
                    id,
                    "move, chance event, commitment or agreement",
                    "what can be closed",
                    closable);
        }
    }

    /// Refuses to open a part of a dormant agreement that stays dormant itself.
    private void half(List<String> opened) {
        Map<String, String> parts = AgreementReader.parts(asIs.moves(), asIs.chance());
        for (String id : opened) {
            String owner = parts.getOrDefault(id, "");
            boolean asleep = asIs.agreements().stream().anyMatch(one -> one.id().equals(owner) && one.dormant());
            if (asleep && !opened.contains(owner) && !allow.contains(owner)) {
                AgreementReader.half(problems, whole("--allow", id), id, owner);
            }
        }
    }

    private static Spot whole(String label, String text) {
        return new Document(label, text).spot(0, text.length());
    }
}
