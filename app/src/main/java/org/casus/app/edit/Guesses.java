package org.casus.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.app.edit.Plot.Interest;
import org.casus.app.edit.Plot.Party;
import org.casus.app.edit.Plot.Track;

/// Answers for those who give none: plain, a little dull, and solvable.
final class Guesses {

    static final String WHO = "Northland, Southland";
    static final String CHANGES = "border: quiet, shots, fighting";

    private Guesses() {}

    /// A row whose name nobody bears who takes part.
    static String changes(List<Party> parties) {
        boolean taken = parties.stream().anyMatch(party -> party.id().equals("border"));
        return taken ? CHANGES.replace("border", "trouble") : CHANGES;
    }

    /// By title, or by id where words of the title would be taken for words of an answer.
    private static String called(Party party) {
        return party.title().matches("(?i)(.*\\s)?(can|wants?|fears?|chance)(\\s.*)?") ? party.id() : party.title();
    }

    /// The first is after the top of the first row, everybody else after its bottom.
    static String wants(List<Party> parties, List<Track> tracks) {
        Track track = tracks.getFirst();
        List<String> items = new ArrayList<>();
        for (Party party : parties) {
            String level = items.isEmpty() ? track.top() : track.bottom();
            items.add(called(party) + " wants " + track.id() + " is " + level);
        }
        return String.join("; ", items);
    }

    /// Each can move what it cares about a step towards what it likes.
    static String moves(List<Party> parties, List<Track> tracks, List<Interest> interests) {
        Set<String> items = new LinkedHashSet<>();
        for (Interest interest : interests) {
            Party party = parties.stream()
                    .filter(one -> one.id().equals(interest.party()))
                    .findFirst()
                    .orElseThrow();
            for (Track track : tracks) {
                if (!(" " + interest.condition() + " ").contains(" " + track.id() + " ")) {
                    continue;
                }
                int level = level(track, interest.condition());
                boolean up =
                        interest.wants() ? level > 0 : level < track.levels().size() - 1 && level <= 0;
                boolean down = interest.wants() ? level < track.levels().size() - 1 : level > 0;
                if (up) {
                    items.add(called(party) + " can raise-" + track.id() + ": " + track.id() + " up 1");
                }
                if (down) {
                    items.add(called(party) + " can lower-" + track.id() + ": " + track.id() + " down 1");
                }
            }
        }
        if (items.isEmpty()) {
            String row = tracks.getFirst().id();
            items.add(called(parties.getFirst()) + " can raise-" + row + ": " + row + " up 1");
            items.add(called(parties.getFirst()) + " can lower-" + row + ": " + row + " down 1");
        }
        return items.stream().limit(20).collect(Collectors.joining("; "));
    }

    /// The level of a row that a condition speaks of; the middle one where it speaks of none.
    private static int level(Track track, String condition) {
        String after =
                condition.substring(condition.indexOf(track.id()) + track.id().length());
        for (String word : after.split("\\s+", -1)) {
            if (track.levels().contains(word)) {
                return track.levels().indexOf(word);
            }
        }
        return track.levels().size() / 2;
    }

    /// It ends on one of the levels of the first row.
    static String ends(List<Track> tracks) {
        Track track = tracks.getFirst();
        List<String> items = new ArrayList<>();
        for (String level : track.levels().reversed()) {
            String title = Slug.capital(track.title()) + ", " + level.replace('-', ' ');
            items.add(title + ": " + (level.equals(track.bottom()) ? "otherwise" : track.id() + " is " + level));
        }
        return String.join("; ", items);
    }
}
