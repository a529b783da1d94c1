package org.casus.why;

import java.util.Comparator;
import java.util.List;

/// A number of points as a sum over interests.
///
/// @param whole what is split, as the solved game has it
/// @param parts one for each interest of the actor, in the scenario's order
public record Split(double whole, List<Part> parts) {

    /// @param points what this interest adds to the whole
    public record Part(Interest interest, double points) {}

    /// What the parts come to. Differs from `whole` by the error of the solution's values and no more.
    public double sum() {
        double sum = 0;
        for (Part part : parts) {
            sum += part.points;
        }
        return sum;
    }

    /// The parts that weigh most, for or against, largest first; those alike in the scenario's order.
    public List<Part> largest(int most) {
        return parts.stream()
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.points)))
                .limit(most)
                .toList();
    }
}
