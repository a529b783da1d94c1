package org.casus.app.web;

import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.app.run.Answers;
import org.casus.app.run.Ledger;
import org.casus.app.run.StudyRun;
import org.casus.app.run.StudyRun.Asked;
import org.casus.app.run.StudyRun.Watcher;
import org.casus.scenario.Scenario;
import org.casus.study.Ensemble;
import tools.jackson.databind.JsonNode;

/// Work over ever more worlds, so that there is something to see early: 4, 8, 16 … and at last as many as were asked
/// for. What was worked out stays in the ledger, so a world is solved once. The last answer is, but for the facts of
/// the run, the one that the command of the same name gives with as many worlds.
final class Growing {

    private static final int FIRST = 4;

    private final Scenario scenario;
    private final Question question;
    private final boolean compared;
    private final boolean judged;
    private final OptionalDouble recursWithin;

    /// @param scenario with the settings in force
    /// @param recursWithin how soon fighting counts as recurring; empty where agreements are not looked at
    Growing(Scenario scenario, Question question, boolean compared, boolean judged, OptionalDouble recursWithin) {
        this.scenario = scenario;
        this.question = question;
        this.compared = compared;
        this.judged = judged;
        this.recursWithin = recursWithin;
    }

    /// One round of work.
    @FunctionalInterface
    interface Round {
        JsonNode work(Asked asked, Ledger ledger, Watcher watcher) throws Exception;
    }

    /// Works `round` by round, and tells `feed` what each says.
    void run(Feed feed, Round round) throws Exception {
        Ledger ledger = Ledger.inMemory();
        int all = question.worlds();
        for (int worlds = Math.min(FIRST, all); ; worlds = Math.min(2 * worlds, all)) {
            boolean last = worlds == all;
            feed.result(round.work(
                    asked(worlds, last), ledger, (what, done, failed, of) -> feed.progress(what, done, failed, of)));
            if (last) {
                return;
            }
        }
    }

    private Asked asked(int worlds, boolean last) {
        return new Asked(
                question.view().set(),
                worlds,
                Answers.seed(scenario),
                Ensemble.Start.QUICK,
                last ? Math.min(StudyRun.CHECKS, worlds) : 0,
                last && worlds > 0 ? Optional.of(0) : Optional.empty(),
                compared,
                judged,
                recursWithin);
    }
}
