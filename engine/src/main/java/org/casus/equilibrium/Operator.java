package org.casus.equilibrium;

/// A linear map of arrays `[R * lanes]`, for [Gmres].
@FunctionalInterface
interface Operator {

    /// The image of z into `w`.
    void multiply(float[] z, float[] w);
}
