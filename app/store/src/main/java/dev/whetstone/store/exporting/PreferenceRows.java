package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.store.derived.PairLabel;
import dev.whetstone.store.project.ProjectFile;
import java.util.ArrayList;
import java.util.List;

/// Preferences out of a project's judgements or labels.
public final class PreferenceRows {
    private PreferenceRows() {}

    /// Every pair of responses that a standing judgement ranks.
    public static Gathered ofJudgements(ProjectFile project) {
        ProjectContent content = new ProjectContent(project);
        Losses losses = new Losses();
        List<PreferenceRow> rows = new ArrayList<>();
        for (Judgement judgement : project.judgements().standing()) {
            add(judgement, content, rows, losses);
        }
        return new Gathered(rows, losses);
    }

    /// Labels whose likelier side has at least probability `minConfidence`.
    ///
    /// @param minConfidence .5 to 1; the others are counted as left out
    public static Gathered ofLabels(
            ProjectFile project, List<PairLabel> labels, double minConfidence) {
        ProjectContent content = new ProjectContent(project);
        Losses losses = new Losses();
        List<PreferenceRow> rows = new ArrayList<>();
        for (PairLabel label : labels) {
            if (Math.max(label.p(), 1 - label.p()) < minConfidence) {
                losses.leaveOut("below the confidence asked for");
                continue;
            }
            ProjectContent.Compared compared = content.comparison(label.comparisonId());
            rows.add(
                    PreferenceRow.of(
                                    compared.prompt().turns(),
                                    compared.prompt().source(),
                                    content.scored(compared.responses().get(label.a())),
                                    content.scored(compared.responses().get(label.b())),
                                    label.p())
                            .from("", label.provenance()));
        }
        return new Gathered(rows, losses);
    }

    private static void add(
            Judgement judgement, ProjectContent content, List<PreferenceRow> rows, Losses losses) {
        ProjectContent.Judged judged = content.of(judgement);
        int before = rows.size();
        for (int a = 0; a < judged.responses().size(); a++) {
            for (int b = a + 1; b < judged.responses().size(); b++) {
                double p = judgement.preference(a, b);
                if (!Double.isNaN(p)) {
                    rows.add(
                            PreferenceRow.of(
                                            judged.prompt().turns(),
                                            judged.prompt().source(),
                                            content.scored(judged.responses().get(a)),
                                            content.scored(judged.responses().get(b)),
                                            p)
                                    .from(judged.annotator(), lineage(judgement)));
                }
            }
        }
        if (rows.size() == before) {
            losses.leaveOut("a judgement that ranks no two responses");
        } else {
            count(judgement, losses);
        }
    }

    private static void count(Judgement judgement, Losses losses) {
        losses.notCarried("explanation", judgement.explanation().isEmpty() ? 0 : 1);
        losses.notCarried("evidence span", judgement.explanation().spans().size());
        losses.notCarried("strength", judgement.strength() == Strength.UNSAID ? 0 : 1);
        losses.notCarried(
                "good enough to send", judgement.acceptable() == Acceptable.UNSAID ? 0 : 1);
        losses.notCarried("both bad", judgement.bothBad() ? 1 : 0);
        losses.notCarried("time of judging", 1);
        losses.notCarried("order shown", judgement.shown().isEmpty() ? 0 : 1);
    }

    private static String lineage(Judgement judgement) {
        ObjectNode json = Json.object();
        json.putArray("judgements").add(judgement.id().toString());
        return json.toString();
    }
}
