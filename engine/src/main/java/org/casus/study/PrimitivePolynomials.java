package org.casus.study;

import java.util.ArrayList;
import java.util.List;

/// Primitive polynomials over GF(2), a bit for each coefficient, in order of degree and then of
/// value.
///
/// A polynomial p of degree s is primitive if x generates all 2ˢ − 1 non-zero residues modulo p:
/// x to the power 2ˢ − 1 is 1 and x to the power (2ˢ − 1)/q is not, for each prime q that divides
/// it. (For a reducible p the order of x is never 2ˢ − 1, so that no other test is needed.) There
/// are φ(2ˢ − 1)/s of degree s: 1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630, …
final class PrimitivePolynomials {

    private PrimitivePolynomials() {}

    /// The first `count` of them. The first thousand take some thousand tests of some microseconds.
    static int[] first(int count) {
        int[] found = new int[count];
        int size = 0;
        for (int degree = 1; size < count; degree++) {
            List<Integer> factors = primeFactors((1 << degree) - 1);
            for (int p = (1 << degree) + 1; p < 2 << degree && size < count; p += 2) {
                if (primitive(p, degree, factors)) {
                    found[size++] = p;
                }
            }
        }
        return found;
    }

    static int degree(int polynomial) {
        return 31 - Integer.numberOfLeadingZeros(polynomial);
    }

    private static boolean primitive(int p, int degree, List<Integer> factors) {
        int order = (1 << degree) - 1;
        if (power(order, p, degree) != 1) {
            return false;
        }
        for (int factor : factors) {
            if (order / factor > 0 && factor < order && power(order / factor, p, degree) == 1) {
                return false;
            }
        }
        return true;
    }

    /// x to the power `exponent` modulo p.
    private static int power(int exponent, int p, int degree) {
        int result = 1;
        for (int bit = 31 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            result = times(result, result, p, degree);
            if ((exponent >> bit & 1) != 0) {
                result = timesX(result, p, degree);
            }
        }
        return result;
    }

    private static int times(int a, int b, int p, int degree) {
        int product = 0;
        for (int bit = degree - 1; bit >= 0; bit--) {
            product = timesX(product, p, degree);
            if ((b >> bit & 1) != 0) {
                product ^= a;
            }
        }
        return product;
    }

    private static int timesX(int a, int p, int degree) {
        int shifted = a << 1;
        return (shifted >> degree & 1) != 0 ? shifted ^ p : shifted;
    }

    private static List<Integer> primeFactors(int number) {
        List<Integer> factors = new ArrayList<>();
        int rest = number;
        for (int q = 2; q * q <= rest; q++) {
            if (rest % q == 0) {
                factors.add(q);
                while (rest % q == 0) {
                    rest /= q;
                }
            }
        }
        if (rest > 1) {
            factors.add(rest);
        }
        return factors;
    }
}
