package org.casus.app.edit;

import static org.casus.app.edit.PlotReader.EACH;
import static org.casus.app.edit.PlotReader.N;
import static org.casus.app.edit.PlotReader.RANGE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.edit.Plot.Act;
import org.casus.app.edit.Plot.Event;
import org.casus.app.edit.Plot.Party;
import org.casus.app.edit.Plot.Track;

/// Understands what actors can do and what may happen by chance.
final class DoingReader {

    static final String COSTS = "0.3 to 0.8";
    static final String ODDS = "2% to 6% each week";

    private static final Pattern ACT =
            Pattern.compile("^(.+?)\\s+can\\s+(?:([^:]+):\\s*)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT =
            Pattern.compile("^chance\\s*:?\\s+(?:([^:]+):\\s*)?(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COST = Pattern.compile(
            "^(.*?)[,\\s]+(?:at a )?costs?\\s*:?\\s+(" + RANGE + ")(?:\\s+points?)?(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFTEN = Pattern.compile(
            "^(.*?)[,\\s]+(" + N + "%(?:\\s+to\\s+" + N + "%)?" + EACH + ")(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN =
            Pattern.compile("^(.*?)[,\\s]+(?:if|when|while)\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP = Pattern.compile("^(raise|lower)\\s+(\\S+)$");
    private static final Pattern BARE = Pattern.compile("^(\\S+) (up|down)$");
    private static final Pattern FIRST = Pattern.compile("^(\\S+) (up|down|to) (\\S+).*$");

    private DoingReader() {}

    /// What the answer on moves says of actors, and of chance.
    record Doings(List<Act> acts, List<Event> events) {}

    static Doings moves(String answer, List<Party> parties, List<Track> tracks) throws Misunderstood {
        List<Act> acts = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String item : Slug.items(answer)) {
            Matcher act = ACT.matcher(item);
            Matcher event = EVENT.matcher(item);
            if (event.matches()) {
                events.add(event(event, ids, parties, tracks));
            } else if (act.matches()) {
                acts.add(act(act, ids, parties, tracks));
            } else {
                throw new Misunderstood("“" + item + "” is not understood. Write it as Ann can attack: war up 1, or as "
                        + "chance shots: war up 1 if war is quiet, 2% to 6% each week.");
            }
        }
        PlotReader.limit(
                acts.size() + events.size(), PlotReader.ITEMS, "moves", "Name at least one: Ann can attack: war up 1.");
        if (acts.isEmpty()) {
            throw new Misunderstood(
                    "Nobody but chance would do anything. Write what somebody can do: Ann can attack: war up 1.");
        }
        return new Doings(List.copyOf(acts), List.copyOf(events));
    }

    private static Act act(Matcher form, Set<String> ids, List<Party> parties, List<Track> tracks)
            throws Misunderstood {
        String party = PlotReader.party(form.group(1), parties);
        Matcher cost = COST.matcher(form.group(3));
        boolean priced = cost.matches();
        Tail tail = Tail.of(priced ? cost.group(1) + " " + cost.group(3) : form.group(3), tracks);
        String verb = verb(form.group(2), tail.effect);
        if (!ids.add(party + "/" + verb)) {
            throw new Misunderstood("“" + party + "/" + verb + "” stands twice: give one of them another name.");
        }
        return new Act(
                party, verb, tail.when, tail.effect, priced ? cost.group(2).toLowerCase(Locale.ROOT) : COSTS);
    }

    private static Event event(Matcher form, Set<String> ids, List<Party> parties, List<Track> tracks)
            throws Misunderstood {
        Matcher often = OFTEN.matcher(form.group(2));
        boolean rated = often.matches();
        Tail tail = Tail.of(rated ? often.group(1) + " " + often.group(3) : form.group(2), tracks);
        String id = PlotReader.free(verb(form.group(1), tail.effect), "-happens", parties, tracks, ids);
        ids.add(id);
        String title = Slug.capital(
                Optional.ofNullable(form.group(1)).orElse(id.replace('-', ' ')).strip());
        return new Event(
                id, title, tail.when, tail.effect, rated ? often.group(2).toLowerCase(Locale.ROOT) : ODDS);
    }

    private static String verb(@org.jspecify.annotations.Nullable String given, String effect) throws Misunderstood {
        return given == null ? doing(effect) : Slug.name(given, "a move");
    }

    /// What to call a move after what it does.
    static String doing(String effect) {
        Matcher first = FIRST.matcher(effect);
        if (!first.matches()) {
            return "act";
        }
        return switch (first.group(2)) {
            case "up" -> "raise-" + first.group(1);
            case "down" -> "lower-" + first.group(1);
            default -> "bring-" + first.group(1) + "-to-" + first.group(3);
        };
    }

    /// An effect and the condition under which it can be had.
    private record Tail(String effect, String when) {

        static Tail of(String said, List<Track> tracks) throws Misunderstood {
            String plain = said.strip().replaceAll("[\\s,]+$", "");
            Matcher when = WHEN.matcher(plain);
            boolean conditional = when.matches();
            String effect = DoingReader.effect(PlotReader.named(conditional ? when.group(1) : plain, tracks), tracks);
            return new Tail(
                    effect,
                    conditional
                            ? PlotReader.condition(when.group(2).replaceAll("[\\s,]+$", ""), tracks)
                            : open(effect, tracks));
        }
    }

    private static String effect(String said, List<Track> tracks) throws Misunderstood {
        Matcher step = STEP.matcher(said);
        Matcher bare = BARE.matcher(said);
        String effect = step.matches()
                ? step.group(2) + (step.group(1).equals("raise") ? " up 1" : " down 1")
                : bare.matches() ? said + " 1" : said;
        Matcher first = FIRST.matcher(effect);
        List<String> ids = tracks.stream().map(Track::id).toList();
        if (!first.matches() || !ids.contains(first.group(1))) {
            throw new Misunderstood("“" + said + "” is nothing that a move can do. Write it as " + ids.getFirst()
                    + " up 1, " + ids.getFirst() + " down 1 or " + ids.getFirst() + " to "
                    + tracks.getFirst().top() + ".");
        }
        return effect;
    }

    /// While the first effect of a move changes anything.
    static String open(String effect, List<Track> tracks) {
        Matcher first = FIRST.matcher(effect);
        Optional<Track> track = first.matches()
                ? tracks.stream().filter(t -> t.id().equals(first.group(1))).findFirst()
                : Optional.empty();
        return track.map(t -> switch (first.group(2)) {
                    case "up" -> t.id() + " below " + t.top();
                    case "down" -> t.id() + " above " + t.bottom();
                    default -> t.id() + " is not " + first.group(3);
                })
                .orElse("always");
    }
}
