package org.casus.chain;

import org.ejml.simple.SimpleMatrix;

/// Dense linear algebra to judge sparse answers by.
final class Dense {

    private Dense() {}

    /// The generator of a chain, G(x, y).
    static SimpleMatrix generator(Chain chain) {
        int n = chain.states();
        var g = new SimpleMatrix(n, n);
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                g.set(x, y, x == y ? -chain.outflow(x) : chain.rate(x, y));
            }
        }
        return g;
    }

    /// exp(A) by scaling, a Taylor series and squaring.
    static SimpleMatrix exp(SimpleMatrix a) {
        int halvings = Math.max(0, 4 + (int) Math.ceil(Math.log(Math.max(a.normF(), 1e-300)) / Math.log(2)));
        SimpleMatrix scaled = a.scale(Math.pow(0.5, halvings));
        SimpleMatrix term = SimpleMatrix.identity(a.getNumRows());
        SimpleMatrix sum = term;
        for (int k = 1; k < 20; k++) {
            term = term.mult(scaled).scale(1.0 / k);
            sum = sum.plus(term);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.mult(sum);
        }
        return sum;
    }

    /// ∫₀ᵗ exp(A s) ds, the upper right block of exp of [[A, I], [0, 0]] t.
    static SimpleMatrix integral(SimpleMatrix a, double t) {
        int n = a.getNumRows();
        var both = new SimpleMatrix(2 * n, 2 * n);
        both.insertIntoThis(0, 0, a.scale(t));
        both.insertIntoThis(0, n, SimpleMatrix.identity(n).scale(t));
        return exp(both).extractMatrix(0, n, n, 2 * n);
    }
}
