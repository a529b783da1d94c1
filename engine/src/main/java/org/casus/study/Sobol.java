package org.casus.study;

import java.util.Objects;
import org.casus.story.Mix;

/// Scrambled Sobol points in any number of dimensions: they fill the unit cube more evenly than
/// chance.
///
/// **Within a block of 16 dimensions** they are a Sobol sequence. Point k of dimension d before
/// scrambling is x = ⊕ v_{d,j} over the bits j set in k, read as a binary fraction of 32 digits.
/// The direction numbers v of dimension 0 are 2⁻¹, 2⁻², … (van der Corput); those of dimension d
/// follow from the d-th primitive polynomial over GF(2), xˢ + a₁xˢ⁻¹ + … + 1, in order of degree
/// and then of value, by
///
///     v_j = a₁ v_{j−1} ⊕ … ⊕ a_{s−1} v_{j−s+1} ⊕ v_{j−s} ⊕ v_{j−s} 2⁻ˢ
///
/// from s first ones v_j = m_j 2⁻ʲ (j from 1), m_j odd and below 2ʲ. The m_j are ours: dimension
/// d has 512 candidates of hashed bits named by (d, candidate, j), and keeps the one with the
/// smallest sum of 4ᵗ over its two-dimensional projections with the dimensions before, at 2⁴, 2⁵,
/// … 2¹¹ points. A test repeats that search.
///
/// **Blocks** are put beside each other at random (Latin supercube sampling, Owen 1998): each
/// meets its points in an order of its own, a hashed permutation of 2ᵐ … 2ᵐ⁺¹ − 1 for each m. One
/// sequence of many dimensions does worse: with n points it has only n/2 different first digits
/// to give away, and of 226 dimensions at 256 points 191 pairs were correlated by more than a
/// half (decision 0065).
///
/// **Scrambling** is Owen's (1995) nested uniform one: each binary digit is flipped or not by a
/// bit named by the dimension and all digits before, a hash standing in for Owen's table of
/// permutations, as in Burley (2020); here each bit has a hash to itself.
///
/// What follows: each point by itself is uniform. The first 2ᵐ points fall one into each interval
/// of length 2⁻ᵐ of every dimension, and each block's are a digital net. A point is a function of
/// (seed, dimension, index), whatever the order, the thread and the machine. Cost: some tenths
/// of a microsecond a coordinate.
///
/// Sources: I. M. Sobol (1967); S. Joe & F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008); A. B. Owen, in
/// *Monte Carlo and Quasi-Monte Carlo Methods* (1995), and ACM Trans. Model. Comput. Simul. 8
/// (1998); B. Burley, J. Computer Graphics Techniques 9 (2020).
public final class Sobol {

    /// Dimensions of a block.
    public static final int BLOCK = 16;

    static final int BITS = 32;
    /// Candidates for the first direction numbers of a dimension.
    static final int CANDIDATES = 512;

    /// Which of them each dimension took.
    private static final int[] CHOICES = {0, 0, 0, 16, 1, 11, 38, 451, 106, 176, 29, 40, 38, 493, 207, 490};

    private static final int[] DIRECTIONS = directions();
    private static final double ULP = 0x1p-32;
    private static final int ROUNDS = 4;

    private Sobol() {}

    /// Coordinate `dimension` of point `index`: in (0, 1), a multiple of 2⁻³² plus 2⁻³³.
    /// Dimension d is number d mod 16 of block ⌊d/16⌋.
    ///
    /// @throws IndexOutOfBoundsException if the dimension or the index is negative
    public static double at(long seed, int dimension, int index) {
        Objects.checkIndex(dimension, Integer.MAX_VALUE);
        long order = Mix.bits(seed, -1 - dimension / BLOCK);
        return at(Mix.bits(seed, dimension), order, dimension % BLOCK, index);
    }

    /// The same with names for what is random about it.
    ///
    /// @param scrambling names the scrambling of the dimension
    /// @param order names the order in which its block meets its points
    /// @param dimension within the block
    /// @throws IndexOutOfBoundsException if there is no such dimension or the index is negative
    static double at(long scrambling, long order, int dimension, int index) {
        Objects.checkIndex(dimension, BLOCK);
        Objects.checkIndex(index, Integer.MAX_VALUE);
        int x = scrambled(plain(dimension, permuted(order, index)), scrambling);
        return ((x & 0xFFFFFFFFL) + 0.5) * ULP;
    }

    /// A permutation of 2ᵐ … 2ᵐ⁺¹ − 1 for each m: of the m bits below the highest, by rounds each
    /// of which can be undone.
    static int permuted(long order, int index) {
        if (index < 2) {
            return index;
        }
        int m = 31 - Integer.numberOfLeadingZeros(index);
        int mask = (1 << m) - 1;
        int x = index & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long key = Mix.bits(order, (long) m * ROUNDS + round);
            x = (x + (int) key) & mask;
            x = (x * ((int) (key >>> 32) | 1)) & mask;
            x ^= x >>> ((m + 1) / 2);
        }
        return (1 << m) | x;
    }

    /// A point before scrambling, its first binary digit in the sign bit.
    static int plain(int dimension, int index) {
        int x = 0;
        for (int rest = index, j = dimension * BITS; rest != 0; rest >>>= 1, j++) {
            x ^= -(rest & 1) & DIRECTIONS[j];
        }
        return x;
    }

    private static int scrambled(int x, long key) {
        int result = 0;
        for (int digit = 0; digit < BITS; digit++) {
            // The digits before this one, with a one in front that tells 0 from 00.
            long before = (1L << digit) | ((x & 0xFFFFFFFFL) >>> (BITS - digit));
            int flip = (int) (Mix.bits(key ^ before) >>> 63);
            result = (result << 1) | (((x >>> (BITS - 1 - digit)) & 1) ^ flip);
        }
        return result;
    }

    private static int[] directions() {
        int[] polynomials = PrimitivePolynomials.first(BLOCK - 1);
        int[] all = new int[BLOCK * BITS];
        System.arraycopy(corput(), 0, all, 0, BITS);
        for (int d = 1; d < BLOCK; d++) {
            System.arraycopy(directions(polynomials[d - 1], d, CHOICES[d]), 0, all, d * BITS, BITS);
        }
        return all;
    }

    static int[] corput() {
        int[] v = new int[BITS];
        for (int j = 0; j < BITS; j++) {
            v[j] = 1 << (BITS - 1 - j);
        }
        return v;
    }

    /// The candidate that a dimension took.
    static int choice(int dimension) {
        return CHOICES[dimension];
    }

    /// The direction numbers of a dimension from one of its candidates.
    static int[] directions(int polynomial, int dimension, int candidate) {
        int s = PrimitivePolynomials.degree(polynomial);
        long name = Mix.bits(dimension, candidate);
        int[] v = new int[BITS];
        for (int j = 0; j < s; j++) {
            int odd = (int) (Mix.bits(name, j) >>> (63 - j)) | 1;
            v[j] = odd << (BITS - 1 - j);
        }
        for (int j = s; j < BITS; j++) {
            v[j] = v[j - s] ^ (v[j - s] >>> s);
            for (int i = 1; i < s; i++) {
                v[j] ^= -((polynomial >> (s - i)) & 1) & v[j - i];
            }
        }
        return v;
    }
}
