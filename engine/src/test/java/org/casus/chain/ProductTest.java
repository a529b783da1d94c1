package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProductTest {

    /// Jumps near and far between a few thousand states, so that there are several blocks.
    private static Jumps jumps(SplittableRandom random, int n, int home) {
        var start = new int[n + 1];
        var other = new int[n * 6];
        var rate = new double[n * 6];
        int size = 0;
        for (int y = 0; y < n; y++) {
            int from = size;
            for (int stride : new int[] {-700, -1, 1, 700}) {
                if (y + stride >= 0 && y + stride < n && random.nextDouble() < 0.8) {
                    other[size] = y + stride;
                    rate[size++] = random.nextDouble(0.1, 2);
                }
            }
            if (y == home) {
                size = from;
                for (int x = 0; x < n; x += 5) {
                    other[size] = x;
                    rate[size++] = 0.01;
                }
            }
            start[y + 1] = size;
        }
        return new Jumps(start, Arrays.copyOf(other, size), Arrays.copyOf(rate, size));
    }

    private static double[] naive(Jumps jumps, double[] out, double clock, double[] p) {
        var next = new double[p.length];
        for (int y = 0; y < p.length; y++) {
            next[y] = p[y] - out[y] / clock * p[y];
            for (int k = jumps.start()[y]; k < jumps.start()[y + 1]; k++) {
                next[y] += jumps.rate()[k] / clock * p[jumps.other()[k]];
            }
        }
        return next;
    }

    /// From one state, with the front still on its way, as well as from everywhere.
    @Test
    void productsAreThoseOfPlainLoops() {
        for (long seed = 0; seed < 8; seed++) {
            var random = new SplittableRandom(seed);
            int n = random.nextInt(1, 9000);
            int start = random.nextInt(n);
            Jumps jumps = jumps(random, n, random.nextInt(n));
            double[] out = random.doubles(n, 0, 3).toArray();
            double clock = 8;
            var product = new Product(jumps, out, clock);
            for (boolean everywhere : new boolean[] {false, true}) {
                Spread p = everywhere ? product.spread(random.doubles(n).toArray()) : product.point(start);
                Spread next = product.zero();
                double[] plain = Arrays.copyOf(p.at(), n);
                try (var team = product.team(3)) {
                    for (int k = 0; k < 12; k++) {
                        product.multiply(p, next, team);
                        plain = naive(jumps, out, clock, plain);
                        Spread swap = p;
                        p = next;
                        next = swap;
                    }
                }
                for (int x = 0; x < n; x++) {
                    double tolerance = 1e-13 * Math.abs(plain[x]) + 1e-48;
                    assertThat(Math.abs(p.at()[x] - plain[x]))
                            .as("seed %d state %d", seed, x)
                            .isLessThan(tolerance);
                }
                assertThat(product.sum(p))
                        .as("seed %d", seed)
                        .isEqualTo(Arrays.stream(plain).sum(), offset());
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.api.Assertions.within(1e-6);
    }

    /// What would be 1e-60 all over a block is nothing, and so is what follows from it; the rest is untouched.
    @Test
    void aFrontOfNothingIsNotCarriedAlong() {
        int n = 20_000;
        var chain = Chains.line(n, 1e-4, 1, 0);
        var product = new Product(chain.into(), chain.outflow(), chain.clock());
        Spread p = product.point(0);
        Spread next = product.zero();
        try (var team = product.team(1)) {
            for (int k = 0; k < 3000; k++) {
                product.multiply(p, next, team);
                Spread swap = p;
                p = next;
                next = swap;
            }
        }
        int live = 0;
        for (boolean block : p.live()) {
            live += block ? 1 : 0;
        }
        assertThat(live).isEqualTo(1);
        assertThat(Arrays.stream(p.at(), 1024, n).max().orElseThrow()).isZero();
        assertThat(p.at()[3]).isBetween(1e-13, 1e-11);
    }
}
