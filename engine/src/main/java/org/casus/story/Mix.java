package org.casus.story;

/// Pseudo-random bits that are a function of what they are for, and of nothing else.
///
/// The mixing step is the 64-bit finaliser of SplitMix (Steele, Lea & Flood 2014, variant 13 of
/// Stafford): a bijection in which every bit of the result depends on every bit of the input.
/// Strings are folded by FNV-1a over their UTF-16 units. Integer arithmetic only: the same on any
/// machine.
public final class Mix {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Mix() {}

    /// The bits named by `z`.
    public static long bits(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }

    /// The bits named by `a` and then `b`.
    public static long bits(long a, long b) {
        return bits(bits(a + STEP) + STEP * b);
    }

    /// The bits named by `name`.
    public static long bits(String name) {
        long hash = FNV_START;
        for (int k = 0; k < name.length(); k++) {
            hash = (hash ^ name.charAt(k)) * FNV_PRIME;
        }
        return bits(hash);
    }
}
