package dev.whetstone.core.label;

/// What Snorkel's label model minimises (Ratner et al. 2019), for μ[j·k + l][y] = P(λ_j = l |
/// Y = y): ‖(O - μPμᵀ) ∘ mask‖² + ‖Σ_y (μP)_y - diag O‖² + l2² ‖μ - μ₀‖², O = ΛᵀΛ / n, P =
/// diag(p), and mask 0 within a function's own block.
final class SnorkelObjective {
    private final int classes;
    private final double[] balance;
    private final double[][] o;
    private final double[][] start;

    SnorkelObjective(LabelMatrix votes, double[] balance, double precisionInit) {
        this.classes = votes.classes();
        this.balance = balance;
        this.o = overlaps(votes);
        this.start = new double[o.length][classes];
        for (int a = 0; a < o.length; a++) {
            int y = a % classes;
            start[a][y] = Math.clamp(o[a][a] * precisionInit / balance[y], 0, 1);
        }
    }

    /// O[a][b]: share of rows on which function a/k votes a%k and function b/k votes b%k.
    static double[][] overlaps(LabelMatrix votes) {
        int k = votes.classes();
        double[][] o = new double[votes.rules() * k][votes.rules() * k];
        int[] set = new int[votes.rules()];
        for (int i = 0; i < votes.rows(); i++) {
            int size = 0;
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    set[size++] = j * k + votes.vote(i, j);
                }
            }
            for (int s = 0; s < size; s++) {
                for (int t = 0; t < size; t++) {
                    o[set[s]][set[t]]++;
                }
            }
        }
        for (double[] row : o) {
            for (int b = 0; b < row.length; b++) {
                row[b] /= votes.rows();
            }
        }
        return o;
    }

    double[][] start() {
        return start;
    }

    double lossWithoutL2(double[][] mu) {
        double loss = 0;
        for (int a = 0; a < mu.length; a++) {
            for (int b = 0; b < mu.length; b++) {
                double r = residual(mu, a, b);
                loss += r * r;
            }
            double r = marginResidual(mu, a);
            loss += r * r;
        }
        return loss;
    }

    double[][] gradient(double[][] mu, double l2) {
        double[][] gradient = new double[mu.length][classes];
        for (int a = 0; a < mu.length; a++) {
            for (int b = 0; b < mu.length; b++) {
                double r = -4 * residual(mu, a, b);
                if (r != 0) {
                    for (int y = 0; y < classes; y++) {
                        gradient[a][y] += r * mu[b][y] * balance[y];
                    }
                }
            }
            double r = 2 * marginResidual(mu, a);
            for (int y = 0; y < classes; y++) {
                gradient[a][y] += r * balance[y] + 2 * l2 * l2 * (mu[a][y] - start[a][y]);
            }
        }
        return gradient;
    }

    private double residual(double[][] mu, int a, int b) {
        if (a / classes == b / classes) {
            return 0;
        }
        double sum = 0;
        for (int y = 0; y < classes; y++) {
            sum += mu[a][y] * balance[y] * mu[b][y];
        }
        return o[a][b] - sum;
    }

    private double marginResidual(double[][] mu, int a) {
        double sum = 0;
        for (int y = 0; y < classes; y++) {
            sum += mu[a][y] * balance[y];
        }
        return sum - o[a][a];
    }
}
