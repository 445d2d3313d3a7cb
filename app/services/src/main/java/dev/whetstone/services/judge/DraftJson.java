package dev.whetstone.services.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import java.util.List;

/// Drafts as text.
final class DraftJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Wire(
            List<List<Integer>> ranking,
            Strength strength,
            Acceptable acceptable,
            boolean bothBad,
            Box box,
            String text,
            List<EvidenceSpan> spans,
            List<String> tags) {}

    private DraftJson() {}

    static String write(Draft draft) {
        Explanation why = draft.explanation();
        try {
            return JSON.writeValueAsString(
                    new Wire(
                            draft.ranking().tiers(),
                            draft.strength(),
                            draft.acceptable(),
                            draft.bothBad(),
                            why.box(),
                            why.text(),
                            why.spans(),
                            why.tags()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft can always be written", e);
        }
    }

    /// A draft of another version of the program that cannot be read is no draft.
    static Draft read(String text) {
        try {
            Wire wire = JSON.readValue(text, Wire.class);
            return new Draft(
                    new Ranking(wire.ranking()),
                    wire.strength(),
                    wire.acceptable(),
                    wire.bothBad(),
                    new Explanation(wire.box(), wire.text(), wire.spans(), wire.tags()));
        } catch (JsonProcessingException e) {
            org.slf4j.LoggerFactory.getLogger(DraftJson.class).warn("a draft was unreadable", e);
            return Draft.EMPTY;
        }
    }
}
