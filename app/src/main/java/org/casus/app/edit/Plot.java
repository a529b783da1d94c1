package org.casus.app.edit;

import java.util.List;
import java.util.Optional;

/// What an interview found out: a scenario before it has the form of a file.
///
/// @param guessed ids of the questions that nobody answered, whose part of it is made up
record Plot(
        List<Party> parties,
        List<Track> tracks,
        List<Interest> interests,
        List<Act> acts,
        List<Event> events,
        List<End> ends,
        List<String> guessed) {

    record Party(String id, String title) {}

    /// A row.
    record Track(String id, String title, List<String> levels, int start) {

        String top() {
            return levels.getLast();
        }

        String bottom() {
            return levels.getFirst();
        }
    }

    /// @param points a range in points, as the file has it
    record Interest(String party, boolean wants, String condition, String points) {}

    /// A move.
    record Act(String party, String verb, String when, String effect, String costs) {

        String id() {
            return party + "/" + verb;
        }
    }

    /// Something that chance does.
    record Event(String id, String title, String when, String effect, String odds) {}

    /// An outcome.
    record End(String id, String title, String when) {}

    Optional<Track> track(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findFirst();
    }
}
