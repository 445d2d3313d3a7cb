package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.store.content.ImportedScore;
import java.util.List;
import java.util.Optional;

/// One line a verdict, as the judgements file has it.
final class JudgementLines {
    private final ProjectContent content;
    private final Losses losses;

    JudgementLines(ProjectContent content, Losses losses) {
        this.content = content;
        this.losses = losses;
    }

    Optional<ObjectNode> line(Judgement judgement) {
        ProjectContent.Judged judged = content.of(judgement);
        ObjectNode line = Json.object();
        line.set("prompt", Json.prompt(judged.prompt().turns()));
        if (!judged.prompt().source().isEmpty()) {
            line.put("source", judged.prompt().source());
        }
        ArrayNode texts = line.putArray("responses");
        judged.responses().forEach(response -> texts.add(response.text()));
        if (judged.responses().stream().anyMatch(response -> !response.origin().isEmpty())) {
            ArrayNode origins = line.putArray("origins");
            judged.responses().forEach(response -> origins.add(response.origin()));
        }
        putScores(line, judged);
        ArrayNode tiers = line.putArray("ranking");
        judgement.ranking().tiers().forEach(tier -> tier.forEach(tiers.addArray()::add));
        if (judgement.strength() != Strength.UNSAID) {
            line.put("strength", judgement.strength().wireValue());
        }
        if (judgement.acceptable() != Acceptable.UNSAID) {
            line.put("acceptable", judgement.acceptable() == Acceptable.YES);
        }
        line.put("both_bad", judgement.bothBad());
        if (!judgement.explanation().equals(Explanation.NONE)) {
            line.set("explanation", explanation(judgement.explanation()));
        }
        if (judgement.certainty() < 1) {
            line.put("certainty", judgement.certainty());
        }
        line.put("annotator", judged.annotator());
        line.put("judged_at", judgement.judgedAt().toString());
        ArrayNode shown = line.putArray("shown");
        judgement.shown().forEach(shown::add);
        return Optional.of(line);
    }

    private void putScores(ObjectNode line, ProjectContent.Judged judged) {
        List<List<ImportedScore>> scores =
                judged.responses().stream().map(content::scores).toList();
        losses.notCarried(
                "scores of other sources than `score`",
                scores.stream()
                        .flatMap(List::stream)
                        .filter(score -> !score.source().equals("score"))
                        .count());
        if (judged.responses().stream().noneMatch(r -> content.scored(r).hasScore())) {
            return;
        }
        ArrayNode list = line.putArray("scores");
        judged.responses()
                .forEach(
                        response -> {
                            Scored scored = content.scored(response);
                            if (scored.hasScore()) {
                                list.add(scored.score());
                            } else {
                                list.addNull();
                            }
                        });
    }

    private static ObjectNode explanation(Explanation explanation) {
        ObjectNode json =
                Json.object()
                        .put("box", explanation.box().wireName())
                        .put("text", explanation.text());
        ArrayNode spans = json.putArray("spans");
        for (EvidenceSpan span : explanation.spans()) {
            spans.addObject()
                    .put("response", span.response())
                    .put("start", span.start())
                    .put("end", span.end());
        }
        ArrayNode tags = json.putArray("tags");
        explanation.tags().forEach(tags::add);
        return json;
    }
}
