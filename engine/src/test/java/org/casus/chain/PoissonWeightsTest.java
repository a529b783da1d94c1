package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonWeightsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-9, 0.3, 1, 7.5, 40, 650.25, 1e4, 1e6, 1e8})
    void weightsSumToOneAndLeaveOutNoMoreThanTheySay(double lambda) {
        var w = PoissonWeights.of(lambda, 1e-15);
        assertThat(Arrays.stream(w.weight()).sum()).isEqualTo(1, within(1e-12));
        assertThat(w.tail()).isBetween(0.0, 2e-15);
        assertThat(Arrays.stream(w.weight()).boxed()).allMatch(each -> each >= 0 && each <= 1);
        assertThat(w.weight().length).isLessThan((int) (20 * Math.sqrt(lambda) + 30));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 7.5, 40, 650.25})
    void weightsAreThoseOfTheFormulaInFiftyDigits(double lambda) {
        var w = PoissonWeights.of(lambda, 1e-15);
        var digits = new MathContext(50);
        var exact = exponential(-lambda, digits);
        var beyond = BigDecimal.ONE;
        for (int k = 0; k <= w.right(); k++) {
            beyond = beyond.subtract(exact, digits);
            if (k >= w.left()) {
                assertThat(w.at(k)).isEqualTo(exact.doubleValue(), within(1e-12 * exact.doubleValue() + 1e-17));
            } else {
                assertThat(w.at(k)).isZero();
            }
            assertThat(w.beyond(k)).isEqualTo(beyond.doubleValue(), within(4e-15));
            exact = exact.multiply(BigDecimal.valueOf(lambda), digits).divide(BigDecimal.valueOf(k + 1), digits);
        }
        assertThat(w.at(w.right() + 1)).isZero();
        assertThat(w.beyond(w.right() + 1)).isZero();
    }

    @Test
    void meanAndVarianceOfAFastClockAreItsRate() {
        var w = PoissonWeights.of(1e6, 1e-15);
        double mean = 0;
        double square = 0;
        for (int k = w.left(); k <= w.right(); k++) {
            mean += w.at(k) * (k - 1e6);
            square += w.at(k) * (k - 1e6) * (k - 1e6);
        }
        assertThat(mean).isEqualTo(0, within(1e-6));
        assertThat(square).isEqualTo(1e6, within(1e-3));
    }

    @Test
    void meansThatNoClockCanHaveAreRefused() {
        for (double mean : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e10}) {
            assertThatThrownBy(() -> PoissonWeights.of(mean, 1e-15)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static BigDecimal exponential(double x, MathContext digits) {
        var exponent = BigDecimal.valueOf(x).divide(BigDecimal.valueOf(1024), digits);
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(exponent, digits).divide(BigDecimal.valueOf(k), digits);
            sum = sum.add(term, digits);
        }
        return sum.pow(1024, digits);
    }
}
