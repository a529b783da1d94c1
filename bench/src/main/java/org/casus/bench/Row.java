package org.casus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// One row of the table of what Casus must show.
interface Row {

    /// What it is asked for by.
    String name();

    /// What it measures, in one line.
    String about();

    List<Line> measure(Setting setting) throws Exception;

    /// What is measured, and how.
    ///
    /// @param file the reference case
    /// @param policies of it that are measured beside the scenario as it is
    /// @param watch how often, and how warm
    /// @param home the folder of the checkout
    /// @param states the largest board of the rows about size
    record Setting(ScenarioFile file, List<String> policies, Stopwatch watch, Path home, long states) {

        /// Says on standard error what is being measured.
        void tell(String what) {
            System.err.println("  " + what);
        }

        /// The boards of the reference case, smallest first.
        List<Board> boards() throws ScenarioException, SizeException {
            var boards = new ArrayList<Board>();
            boards.add(asIs());
            for (String policy : policies) {
                boards.add(Board.of(file, policy));
            }
            boards.sort(Comparator.comparingInt(board -> board.game().states));
            return boards;
        }

        /// The reference case as it is.
        Board asIs() throws ScenarioException, SizeException {
            return Board.of(file, Policy.AS_IS);
        }

        /// Residual 1e-9 and one thread: what is counted is work, and a second hyper-thread makes work longer.
        Settings single() {
            return Settings.standard().withTolerance(1e-9).withThreads(1);
        }

        /// The same on the threads that users get.
        Settings all() {
            return Settings.standard().withTolerance(1e-9);
        }
    }
}
