package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.label.MatrixLabels;
import dev.whetstone.services.label.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Time of every label model on votes drawn at random: rule j votes on 30 % of the rows and is
/// right on 60 to 85 % of them; every fiftieth row has a known answer.
public record LabelBench(int rows, int rules, long seed) {
    private static final double COVERAGE = .3;
    private static final double WORST = .6;
    private static final double SPREAD = .25;
    private static final int GOLD_EVERY = 50;

    public LabelBench {
        if (rows < GOLD_EVERY || rules < 3) {
            throw new ServiceException(
                    "bench.option", "rows are at least " + GOLD_EVERY + ", rules at least 3.", "");
        }
    }

    /// Figures: `rows`, `rules`, `seconds` of all models together, and `models` with each one's
    /// `seconds`, `rows_per_second` and `accuracy` on the true answers.
    public Measured run(Progress progress) {
        Random random = new Random(seed);
        double[] truth = new double[rows];
        double[] gold = new double[rows];
        int[][] votes = new int[rows][rules];
        for (int i = 0; i < rows; i++) {
            truth[i] = random.nextInt(2);
            gold[i] = i % GOLD_EVERY == 0 ? truth[i] : Double.NaN;
            for (int j = 0; j < rules; j++) {
                boolean right = random.nextDouble() < WORST + SPREAD * j / (rules - 1);
                votes[i][j] =
                        random.nextDouble() >= COVERAGE
                                ? -1
                                : (int) (right ? truth[i] : 1 - truth[i]);
            }
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j < rules; j++) {
            names.add("rule" + j);
        }
        ObjectNode figures = JsonFiles.object().put("rows", rows).put("rules", rules);
        ObjectNode models = figures.putObject("models");
        double all = 0;
        for (ModelChoice choice : ModelChoice.values()) {
            if (choice == ModelChoice.AUTO) {
                continue;
            }
            progress.safePoint();
            MatrixLabels.of(names, votes, gold, choice);
            MatrixLabels labels = MatrixLabels.of(names, votes, gold, choice);
            models.putObject(choice.wireName())
                    .put("seconds", labels.seconds())
                    .put("rows_per_second", rows / labels.seconds())
                    .put("accuracy", accuracy(labels, truth));
            all += labels.seconds();
        }
        figures.put("seconds", all);
        return new Measured(
                figures,
                ProcessMemory.peakMegabytes(),
                1,
                "fp64",
                "one run of each model, not counted");
    }

    /// Rows on which the likelier side is the true one; an undecided row counts half.
    private static double accuracy(MatrixLabels labels, double[] truth) {
        double right = 0;
        for (int i = 0; i < truth.length; i++) {
            double p = labels.labels().p(i);
            right += p == .5 ? .5 : (p > .5) == (truth[i] == 1) ? 1 : 0;
        }
        return right / truth.length;
    }
}
