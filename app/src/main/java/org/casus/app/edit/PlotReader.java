package org.casus.app.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.edit.Plot.Act;
import org.casus.app.edit.Plot.End;
import org.casus.app.edit.Plot.Event;
import org.casus.app.edit.Plot.Interest;
import org.casus.app.edit.Plot.Party;
import org.casus.app.edit.Plot.Track;
import org.casus.scenario.Nearest;

/// Understands plain answers, one question at a time. Conditions and effects are the language's own; whether they
/// make sense the scenario's reader says.
final class PlotReader {

    private static final int PARTIES = 8;
    private static final int TRACKS = 6;
    private static final int LEVELS = 8;
    private static final int BOARDS = 2_000;
    private static final int ITEMS = 24;
    static final String POINTS = "3 to 6";
    static final String COSTS = "0.3 to 0.8";
    static final String ODDS = "2% to 6% each week";

    private static final String N = "\\d+(?:\\.\\d+)?";
    private static final String RANGE = N + "(?:\\s+to\\s+" + N + "(?:\\s+around\\s+" + N + ")?)?";
    private static final String EACH = "\\s+each\\s+(?:day|week|month|year)";
    private static final Pattern INTEREST = Pattern.compile(
            "^(.+?)\\s+(wants?|fears?)\\s+(.+?)" + "(?:\\s*[(,]?\\s*(?<points>" + RANGE + "(?:" + EACH
                    + ")?)\\s*(?:points?)?\\s*\\)?)?$",
            Pattern.CASE_INSENSITIVE);
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

    private PlotReader() {}

    static List<Party> who(String answer) throws Misunderstood {
        List<Party> parties = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String name : answer.split("[,;\\r\\n]+|\\s+and\\s+", -1)) {
            String title = name.strip().replaceAll("\\s+", " ").replaceFirst("^and ", "");
            if (title.isEmpty()) {
                continue;
            }
            String id = Slug.name(title, "an actor");
            if (!ids.add(id)) {
                throw new Misunderstood("“" + title + "” is named twice.");
            }
            parties.add(new Party(id, title));
        }
        limit(parties.size(), PARTIES, "actors", "Name at least one: Ann, Bob.");
        return List.copyOf(parties);
    }

    static List<Track> changes(String answer, List<Party> parties) throws Misunderstood {
        List<Track> tracks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        long boards = 1;
        for (String item : Slug.items(answer)) {
            int colon = item.indexOf(':');
            if (colon < 0) {
                throw new Misunderstood("“" + item + "” says no levels. Write it as war: quiet, skirmish, war.");
            }
            String title = item.substring(0, colon).strip();
            String id = Slug.name(title, "what may change");
            if (parties.stream().anyMatch(party -> party.id().equals(id))) {
                throw new Misunderstood("“" + title + "” takes part already: call what may change something else.");
            }
            if (!ids.add(id)) {
                throw new Misunderstood("“" + title + "” stands twice.");
            }
            Track track = track(id, title, item.substring(colon + 1));
            boards *= track.levels().size();
            tracks.add(track);
        }
        limit(tracks.size(), TRACKS, "things that may change", "Name at least one: war: quiet, skirmish, war.");
        if (boards > BOARDS) {
            throw new Misunderstood("That makes " + boards + " boards; begin with at most " + BOARDS
                    + ": fewer rows, or fewer levels. More can be added to the file later.");
        }
        return List.copyOf(tracks);
    }

    private static Track track(String id, String title, String list) throws Misunderstood {
        List<String> levels = new ArrayList<>();
        int start = 0;
        for (String word : list.split("[,<>]+|\\s+then\\s+", -1)) {
            String plain = word.strip();
            if (plain.isEmpty()) {
                continue;
            }
            String level = Slug.of(plain.replace("*", ""));
            if (level.isEmpty()) {
                throw new Misunderstood("“" + plain + "” cannot be a level: letters from a to z and digits.");
            }
            if (levels.contains(level)) {
                throw new Misunderstood("“" + title + "” has the level " + level + " twice.");
            }
            start = plain.contains("*") ? levels.size() : start;
            levels.add(level);
        }
        if (levels.size() < 2 || levels.size() > LEVELS) {
            throw new Misunderstood("“" + title + "” needs 2 to " + LEVELS + " levels, low to high, and has "
                    + levels.size() + ": war: quiet, skirmish, war.");
        }
        return new Track(id, title, List.copyOf(levels), start);
    }

    static List<Interest> wants(String answer, List<Party> parties, List<Track> tracks) throws Misunderstood {
        List<Interest> interests = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (String item : Slug.items(answer)) {
            Matcher form = INTEREST.matcher(item);
            if (!form.matches()) {
                throw new Misunderstood("“" + item + "” is not understood. Write it as Ann wants war is quiet, or as "
                        + "Bob fears war is war 5 to 8.");
            }
            String party = party(form.group(1), parties);
            boolean wants = form.group(2).toLowerCase(Locale.ROOT).startsWith("want");
            String condition = condition(form.group(3), tracks);
            String points = Optional.ofNullable(form.group("points")).orElse(POINTS);
            if (!said.add(party + wants + condition)) {
                throw new Misunderstood("“" + item + "” is said twice.");
            }
            interests.add(new Interest(party, wants, condition, points.toLowerCase(Locale.ROOT)));
        }
        limit(interests.size(), ITEMS, "interests", "Name at least one: Ann wants war is quiet.");
        return List.copyOf(interests);
    }

    private static String party(String name, List<Party> parties) throws Misunderstood {
        String id = Slug.of(name);
        List<String> ids = parties.stream().map(Party::id).toList();
        if (ids.contains(id)) {
            return id;
        }
        throw new Misunderstood("“" + name.strip() + "” is nobody who takes part."
                + Nearest.of(id, ids).map(near -> " Did you mean " + near + "?").orElse("") + " There are "
                + String.join(", ", ids) + ".");
    }

    /// `war`, `war war`, `the Front line is all` as conditions of the language.
    static String condition(String said, List<Track> tracks) {
        String plain = named(said, tracks);
        List<Track> having = tracks.stream()
                .filter(track -> track.levels().contains(Slug.of(plain)))
                .toList();
        if (having.size() == 1) {
            return having.getFirst().id() + " is " + Slug.of(plain);
        }
        for (Track track : tracks) {
            if (plain.startsWith(track.id() + " ")
                    && track.levels()
                            .contains(Slug.of(plain.substring(track.id().length())))) {
                return track.id() + " is " + Slug.of(plain.substring(track.id().length()));
            }
        }
        return plain;
    }

    /// With rows and levels called by their names in the language.
    private static String named(String said, List<Track> tracks) {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Track track : tracks) {
            plain = plain.replace(track.title().toLowerCase(Locale.ROOT), track.id());
            for (String level : track.levels()) {
                plain = plain.replaceAll("\\b" + level.replace("-", " ") + "\\b", level);
            }
        }
        return plain;
    }

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
        limit(acts.size() + events.size(), ITEMS, "moves", "Name at least one: Ann can attack: war up 1.");
        if (acts.isEmpty()) {
            throw new Misunderstood(
                    "Nobody but chance would do anything. Write what somebody can do: Ann can attack: war up 1.");
        }
        return new Doings(List.copyOf(acts), List.copyOf(events));
    }

    private static Act act(Matcher form, Set<String> ids, List<Party> parties, List<Track> tracks)
            throws Misunderstood {
        String party = party(form.group(1), parties);
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
        String id = free(verb(form.group(1), tail.effect), "-happens", parties, tracks, ids);
        ids.add(id);
        String title = Slug.capital(
                Optional.ofNullable(form.group(1)).orElse(id.replace('-', ' ')).strip());
        return new Event(
                id, title, tail.when, tail.effect, rated ? often.group(2).toLowerCase(Locale.ROOT) : ODDS);
    }

    private static String verb(@org.jspecify.annotations.Nullable String given, String effect) throws Misunderstood {
        return given == null ? doing(effect) : Slug.name(given, "a move");
    }

    /// A name that nothing else has.
    static String free(String id, String suffix, List<Party> parties, List<Track> tracks, Set<String> ids) {
        String name = id;
        while (taken(name, parties, tracks, ids)) {
            name += suffix;
        }
        return name;
    }

    private static boolean taken(String id, List<Party> parties, List<Track> tracks, Set<String> ids) {
        return ids.contains(id)
                || parties.stream().anyMatch(party -> party.id().equals(id))
                || tracks.stream().anyMatch(track -> track.id().equals(id));
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
            String effect = PlotReader.effect(named(conditional ? when.group(1) : plain, tracks), tracks);
            return new Tail(
                    effect,
                    conditional ? condition(when.group(2).replaceAll("[\\s,]+$", ""), tracks) : open(effect, tracks));
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

    static List<End> ends(String answer, List<Party> parties, List<Track> tracks, List<Event> events)
            throws Misunderstood {
        List<End> ends = new ArrayList<>();
        Set<String> ids = new HashSet<>(events.stream().map(Event::id).toList());
        String rest = "Something else";
        for (String item : Slug.items(answer)) {
            int colon = item.indexOf(':');
            if (colon <= 0) {
                throw new Misunderstood("“" + item + "” is not understood. Write it as All-out war: war is war.");
            }
            String title = item.substring(0, colon).strip();
            String when = item.substring(colon + 1).strip();
            if (title.equalsIgnoreCase("otherwise") || when.equalsIgnoreCase("otherwise")) {
                rest = title.equalsIgnoreCase("otherwise") ? when : title;
                continue;
            }
            String id = free(Slug.name(title, "an outcome"), "-in-the-end", parties, tracks, ids);
            ids.add(id);
            ends.add(new End(id, title, condition(when, tracks)));
        }
        limit(ends.size(), ITEMS, "ways to end", "Name at least one: All-out war: war is war.");
        String id = free(Slug.name(rest, "an outcome"), "-in-the-end", parties, tracks, ids);
        ends.add(new End(id, rest, "otherwise"));
        return List.copyOf(ends);
    }

    private static void limit(int n, int most, String what, String none) throws Misunderstood {
        if (n == 0) {
            throw new Misunderstood(none);
        }
        if (n > most) {
            throw new Misunderstood("These are " + n + " " + what + "; begin with at most " + most
                    + ". More can be added to the file later.");
        }
    }
}
