package org.casus.app.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    static final int ITEMS = 24;
    static final String POINTS = "3 to 6";

    static final String N = "\\d+(?:\\.\\d+)?";
    static final String RANGE = N + "(?:\\s+to\\s+" + N + "(?:\\s+around\\s+" + N + ")?)?";
    static final String EACH = "\\s+each\\s+(?:day|week|month|year)";
    private static final Pattern INTEREST = Pattern.compile(
            "^(.+?)\\s+(wants?|fears?)\\s+(.+?)" + "(?:\\s*[(,]?\\s*(?<points>" + RANGE + "(?:" + EACH
                    + ")?)\\s*(?:points?)?\\s*\\)?)?$",
            Pattern.CASE_INSENSITIVE);

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

    static String party(String name, List<Party> parties) throws Misunderstood {
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
    static String named(String said, List<Track> tracks) {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Track track : tracks) {
            plain = plain.replace(track.title().toLowerCase(Locale.ROOT), track.id());
            for (String level : track.levels()) {
                plain = plain.replaceAll("\\b" + level.replace("-", " ") + "\\b", level);
            }
        }
        return plain;
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

    static void limit(int n, int most, String what, String none) throws Misunderstood {
        if (n == 0) {
            throw new Misunderstood(none);
        }
        if (n > most) {
            throw new Misunderstood("These are " + n + " " + what + "; begin with at most " + most
                    + ". More can be added to the file later.");
        }
    }
}
