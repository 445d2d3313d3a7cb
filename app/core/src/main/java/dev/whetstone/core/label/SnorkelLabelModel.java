package dev.whetstone.core.label;

import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;

/// Snorkel's LabelModel (`snorkel/labeling/model/label_model.py`), offered for comparison. It
/// ignores what experts judged, knows no antisymmetry of pairs, and takes rules for
/// independent.
public final class SnorkelLabelModel implements PairLabelModel {
    private static final int MAX_STEPS = 20_000;
    private static final int LOOK_BACK = 100;

    private final SnorkelSettings settings;

    public SnorkelLabelModel(SnorkelSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "snorkel";
    }

    /// Labels of pairs at class balance one half.
    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        votes.requirePairs();
        SnorkelFit fit = fit(votes, new double[] {.5, .5});
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        double[] nothing = new double[votes.rows()];
        for (int i = 0; i < votes.rows(); i++) {
            nothing[i] = Double.NaN;
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    int row = 2 * j + votes.vote(i, j);
                    logOdds[i][j] = Math.log(fit.mu(row, 1) / fit.mu(row, 0));
                }
            }
        }
        return new PairLabels(name(), votes, fit.weights(), logOdds, 0, fit.converged(), nothing);
    }

    /// @param balance prior probability of each class, summing to 1
    /// @throws IllegalArgumentException for fewer than three functions or a class of probability 0
    public SnorkelFit fit(LabelMatrix votes, double[] balance) {
        check(votes, balance);
        SnorkelObjective objective = new SnorkelObjective(votes, balance, settings.precisionInit());
        double scale = uniform(settings.seed());
        double[][] mu = copy(objective.start());
        for (double[] row : mu) {
            for (int y = 0; y < row.length; y++) {
                row[y] *= scale;
            }
        }
        SnorkelOptimizer optimizer = new SnorkelOptimizer(settings, mu.length, balance.length);
        double[][] before = copy(mu);
        boolean converged = false;
        int limit = settings.convergence() > 0 ? MAX_STEPS : settings.epochs();
        int step = 0;
        while (step < limit && !(converged && step >= settings.epochs())) {
            optimizer.step(mu, objective.gradient(mu, settings.l2()));
            step++;
            if (step % LOOK_BACK == 0) {
                converged = largestChange(mu, before) <= settings.convergence();
                before = copy(mu);
            }
        }
        double epsilon = settings.epsilonFor(votes.rows());
        for (double[] row : mu) {
            Arrays.setAll(row, y -> Math.clamp(row[y], epsilon, 1 - epsilon));
        }
        ClassPermutation.apply(mu, balance);
        return new SnorkelFit(
                votes,
                balance,
                mu,
                objective.lossWithoutL2(mu),
                step,
                settings.convergence() > 0 && converged);
    }

    /// Shares of the classes among known labels (Snorkel's `Y_dev`).
    public static double[] balanceOf(int[] gold, int classes) {
        double[] balance = new double[classes];
        double known = Arrays.stream(gold).filter(y -> y >= 0).count();
        for (int y : gold) {
            if (y >= 0) {
                balance[y] += 1 / known;
            }
        }
        return balance;
    }

    private static void check(LabelMatrix votes, double[] balance) {
        if (votes.rules() < 3) {
            throw new IllegalArgumentException(
                    "the label model needs at least 3 labeling functions, not " + votes.rules());
        }
        if (balance.length != votes.classes()) {
            throw new IllegalArgumentException(
                    "a balance of " + balance.length + " for " + votes.classes() + " classes");
        }
        for (int y = 0; y < balance.length; y++) {
            if (!(balance[y] > 0)) {
                throw new IllegalArgumentException("the class balance is 0 for class " + y);
            }
        }
    }

    /// NumPy's `np.random.seed(seed); np.random.random()`: 53 bits of MT19937.
    static double uniform(int seed) {
        MersenneTwister twister = new MersenneTwister(seed);
        long high = twister.nextInt() >>> 5;
        long low = twister.nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double largestChange(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int y = 0; y < a[i].length; y++) {
                largest = Math.max(largest, Math.abs(a[i][y] - b[i][y]));
            }
        }
        return largest;
    }
}
