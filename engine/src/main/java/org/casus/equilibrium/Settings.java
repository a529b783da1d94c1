package org.casus.equilibrium;

/// How a game is solved.
///
/// @param tolerance largest max |F_i| / ρ_i allowed in a solution, relative to max |V_i| of the same actor
/// @param stepTolerance largest error of one backward step, in advantages over 1/κ_i: at 0.1 no rate
/// is off by much
/// more
///     than a tenth because of it. It decides how closely the long game is followed, and never how
/// exact the result is
/// @param threads threads to use, at least 1; results do not depend on it
/// @param progress is told now and then how far it is
public record Settings(double tolerance, double stepTolerance, int threads, Watcher progress) {

    /// @throws IllegalArgumentException if a tolerance is not positive or there is no thread
    public Settings {
        if (!(tolerance > 0) || !(stepTolerance > 0)) {
            throw new IllegalArgumentException("tolerances must be positive: " + tolerance + ", " + stepTolerance);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /// Residual 1e-9, steps to 0.3, as many threads as there are processors (at most 8), nobody watching.
    public static Settings standard() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        return new Settings(1e-9, 0.3, threads, (phase, horizon, residual, left) -> {});
    }

    /// These with another residual.
    public Settings withTolerance(double tolerance) {
        return new Settings(tolerance, stepTolerance, threads, progress);
    }

    /// These with another error of a step.
    public Settings withStepTolerance(double stepTolerance) {
        return new Settings(tolerance, stepTolerance, threads, progress);
    }

    /// These with another number of threads.
    public Settings withThreads(int threads) {
        return new Settings(tolerance, stepTolerance, threads, progress);
    }

    /// These with someone watching.
    public Settings withProgress(Watcher progress) {
        return new Settings(tolerance, stepTolerance, threads, progress);
    }

    /// Is told how far a solve is; called on the solving thread, once a step or for each
    /// product with the derivative, so it should return soon. Whatever
    /// it throws ends the solve and reaches the caller; interrupting the thread ends it with a
    /// [java.util.concurrent.CancellationException].
    @FunctionalInterface
    public interface Watcher {
        /// The phase whose horizon is a share of everyone's full sharpness.
        String SHARPENING = "principal branch";

        /// @param phase what is being done
        /// @param horizon length of the game so far in clock units, or how far along a continuation is
        /// (0 … 1)
        /// @param residual max |F_i| / ρ_i relative to max |V_i|
        /// @param left the work that is left as a share of the work done so far, as far as can be
        /// told; NaN where it cannot
        void at(String phase, double horizon, double residual, double left);
    }
}
