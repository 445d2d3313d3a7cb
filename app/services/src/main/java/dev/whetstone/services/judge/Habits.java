package dev.whetstone.services.judge;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Response;
import dev.whetstone.services.project.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a person judges, counted over the verdicts that hold.
final class Habits {
    private static final int FEW = 3;

    private Habits() {}

    static DeskProgress of(DeskLog log, Content content, Instant now) {
        int left = 0;
        int longer = 0;
        int unequal = 0;
        int sided = 0;
        int recent = 0;
        Instant first = now;
        for (Judgement verdict : log.verdicts()) {
            if (verdict.judgedAt().isAfter(now.minus(Duration.ofHours(1)))) {
                recent++;
                first = verdict.judgedAt().isBefore(first) ? verdict.judgedAt() : first;
            }
            Comparison comparison = content.comparisons().get(verdict.comparisonId());
            int choice = verdict.ranking().compare(0, 1);
            if (comparison == null || comparison.responseIds().size() != 2 || choice == 0) {
                continue;
            }
            int winner = choice > 0 ? 0 : 1;
            sided++;
            left += verdict.shown().indexOf(winner) == 0 ? 1 : 0;
            List<Response> responses = content.responsesOf(comparison);
            int difference =
                    responses.get(winner).text().length()
                            - responses.get(1 - winner).text().length();
            unequal += difference != 0 ? 1 : 0;
            longer += difference > 0 ? 1 : 0;
        }
        double hours = Duration.between(first, now).toMillis() / 3_600_000.0;
        return new DeskProgress(
                (int) log.count(Standing.JUDGED),
                content.comparisons().size(),
                (int) log.count(Standing.SKIPPED),
                (int) log.count(Standing.FLAGGED),
                share(left, sided),
                share(longer, unequal),
                recent < FEW || hours <= 0 ? Double.NaN : recent / hours);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
