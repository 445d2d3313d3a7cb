package dev.whetstone.store.judgement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The body of an event as JSON; what is in columns is not repeated here.
final class EventJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private EventJson() {}

    /// The columns that a verdict shares with its event.
    record Frame(UUID comparisonId, UUID annotatorId, Instant at) {}

    record Verdict(
            UUID judgement,
            List<List<Integer>> ranking,
            int strength,
            Acceptable acceptable,
            boolean bothBad,
            Reason explanation,
            List<Integer> shown,
            @JsonInclude(JsonInclude.Include.ALWAYS) double certainty) {}

    record Reason(String box, String text, List<EvidenceSpan> spans, List<String> tags) {}

    record Flag(String reason) {}

    static String write(Judgement judgement) {
        Explanation explanation = judgement.explanation();
        return write(
                new Verdict(
                        judgement.id(),
                        judgement.ranking().tiers(),
                        judgement.strength().wireValue(),
                        judgement.acceptable(),
                        judgement.bothBad(),
                        new Reason(
                                explanation.box().wireName(),
                                explanation.text(),
                                explanation.spans(),
                                explanation.tags()),
                        judgement.shown(),
                        judgement.certainty()));
    }

    static Judgement judgement(String body, Frame frame) throws SQLException {
        Verdict verdict = read(body, Verdict.class);
        try {
            Reason reason = verdict.explanation();
            return new Judgement(
                    verdict.judgement(),
                    frame.comparisonId(),
                    frame.annotatorId(),
                    frame.at(),
                    new Ranking(verdict.ranking()),
                    Strength.fromWireValue(verdict.strength()),
                    verdict.acceptable(),
                    verdict.bothBad(),
                    new Explanation(
                            Box.fromWireName(reason.box()),
                            reason.text(),
                            reason.spans(),
                            reason.tags()),
                    verdict.shown(),
                    verdict.certainty());
        } catch (IllegalArgumentException | NullPointerException e) {
            // A hand-changed file may lack any member of the body.
            throw new SQLException("a judgement cannot be read", e);
        }
    }

    static String write(Flag flag) {
        return write((Object) flag);
    }

    static String flagReason(String body) throws SQLException {
        return read(body, Flag.class).reason();
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can always be written", e);
        }
    }

    private static <T> T read(String body, Class<T> type) throws SQLException {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a judgement event cannot be read", e);
        }
    }
}
