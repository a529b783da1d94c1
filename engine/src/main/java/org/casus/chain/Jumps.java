package org.casus.chain;

/// A sparse matrix of rates by rows, flat: the entries of row y are `start[y] … start[y + 1] − 1`,
/// columns ascending.
/// Read by targets it is the pull form of a chain (row y lists who jumps into y), read by sources its
/// push form.
/// Twelve bytes an entry.
///
/// @param start first entry of each row `[rows + 1]`
/// @param other column of each entry
/// @param rate value of each entry, positive
record Jumps(int[] start, int[] other, double[] rate) {

    int rows() {
        return start.length - 1;
    }

    int size() {
        return other.length;
    }

    /// The same entries by columns. Linear; needs no sort, because rows are visited in order.
    Jumps transposed() {
        int rows = rows();
        var first = new int[rows + 1];
        for (int column : other) {
            first[column + 1]++;
        }
        for (int x = 0; x < rows; x++) {
            first[x + 1] += first[x];
        }
        var next = first.clone();
        var turned = new int[other.length];
        var rates = new double[other.length];
        for (int y = 0; y < rows; y++) {
            for (int k = start[y]; k < start[y + 1]; k++) {
                int slot = next[other[k]]++;
                turned[slot] = y;
                rates[slot] = rate[k];
            }
        }
        return new Jumps(first, turned, rates);
    }
}
