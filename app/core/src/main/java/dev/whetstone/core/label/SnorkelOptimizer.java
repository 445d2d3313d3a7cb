package dev.whetstone.core.label;

/// PyTorch's SGD with momentum, Adam and Adamax with coupled weight decay, on a matrix.
final class SnorkelOptimizer {
    private static final double MOMENTUM = .9;
    private static final double BETA1 = .9;
    private static final double BETA2 = .999;
    private static final double EPSILON = 1e-8;

    private final SnorkelSettings settings;
    private final double[][] first;
    private final double[][] second;
    private int steps;

    SnorkelOptimizer(SnorkelSettings settings, int rows, int columns) {
        this.settings = settings;
        this.first = new double[rows][columns];
        this.second = new double[rows][columns];
    }

    void step(double[][] w, double[][] gradient) {
        double rate =
                switch (settings.schedule()) {
                    case CONSTANT -> settings.learningRate();
                    case LINEAR ->
                            settings.learningRate()
                                    * Math.max(0, settings.epochs() - steps)
                                    / settings.epochs();
                };
        steps++;
        double unbias1 = 1 - Math.pow(BETA1, steps);
        double unbias2 = 1 - Math.pow(BETA2, steps);
        for (int a = 0; a < w.length; a++) {
            for (int y = 0; y < w[a].length; y++) {
                double g = gradient[a][y] + settings.l2() * w[a][y];
                switch (settings.optimizer()) {
                    case SGD -> {
                        first[a][y] = steps == 1 ? g : MOMENTUM * first[a][y] + g;
                        w[a][y] -= rate * first[a][y];
                    }
                    case ADAM -> {
                        first[a][y] = BETA1 * first[a][y] + (1 - BETA1) * g;
                        second[a][y] = BETA2 * second[a][y] + (1 - BETA2) * g * g;
                        w[a][y] -=
                                rate
                                        / unbias1
                                        * first[a][y]
                                        / (Math.sqrt(second[a][y] / unbias2) + EPSILON);
                    }
                    case ADAMAX -> {
                        first[a][y] = BETA1 * first[a][y] + (1 - BETA1) * g;
                        second[a][y] = Math.max(BETA2 * second[a][y], Math.abs(g) + EPSILON);
                        w[a][y] -= rate / unbias1 * first[a][y] / second[a][y];
                    }
                }
            }
        }
    }
}
