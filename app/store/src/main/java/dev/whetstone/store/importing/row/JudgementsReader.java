package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.store.importing.input.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The judgements file: one verdict of an expert a row, with ranking and explanation.
final class JudgementsReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        List<Candidate> responses = ResponseLists.candidates(fields, "responses", "scores");
        if (responses.size() < 2 || responses.size() > Comparison.MAX_RESPONSES) {
            throw new RowRejected(Reason.VALUE, "responses");
        }
        return new ImportedRow(
                PromptField.read(fields, "prompt"),
                fields.optionalText("source"),
                responses,
                verdict(fields, responses));
    }

    private static Verdict verdict(Fields fields, List<Candidate> responses) throws RowRejected {
        boolean bothBad = flag(fields, "both_bad") == Acceptable.YES;
        Ranking ranking =
                bothBad && !fields.has("ranking") ? Ranking.NONE : ranking(fields, responses);
        if (ranking.tiers().isEmpty() && !bothBad) {
            return new Verdict.None();
        }
        return new Verdict.Given(
                ranking,
                strength(fields),
                flag(fields, "acceptable"),
                bothBad,
                ExplanationField.read(fields, responses),
                shown(fields, responses.size()),
                certainty(fields),
                fields.optionalText("annotator"),
                judgedAt(fields));
    }

    private static Ranking ranking(Fields fields, List<Candidate> responses) throws RowRejected {
        JsonNode node = fields.required("ranking");
        List<List<Integer>> tiers = new ArrayList<>();
        if (!node.isArray()) {
            throw new RowRejected(Reason.TYPE, "ranking");
        }
        for (JsonNode tier : node) {
            tiers.add(indexes(tier, "ranking", responses.size()));
        }
        try {
            return new Ranking(tiers);
        } catch (IllegalArgumentException e) {
            throw new RowRejected(Reason.VALUE, "ranking");
        }
    }

    private static List<Integer> indexes(JsonNode list, String name, int size) throws RowRejected {
        if (!list.isArray()) {
            throw new RowRejected(Reason.TYPE, name);
        }
        List<Integer> indexes = new ArrayList<>();
        for (JsonNode index : list) {
            if (!index.isIntegralNumber()) {
                throw new RowRejected(Reason.TYPE, name);
            }
            if (!index.canConvertToInt() || index.intValue() < 0 || index.intValue() >= size) {
                throw new RowRejected(Reason.VALUE, name);
            }
            indexes.add(index.intValue());
        }
        return indexes;
    }

    private static Strength strength(Fields fields) throws RowRejected {
        OptionalDouble strength = fields.number("strength");
        if (strength.isEmpty()) {
            return Strength.UNSAID;
        }
        double value = strength.getAsDouble();
        if (value != Math.rint(value) || value < 0 || value > 3) {
            throw new RowRejected(Reason.VALUE, "strength");
        }
        return Strength.fromWireValue((int) value);
    }

    private static Acceptable flag(Fields fields, String name) throws RowRejected {
        if (!fields.has(name)) {
            return Acceptable.UNSAID;
        }
        JsonNode node = fields.required(name);
        if (!node.isBoolean()) {
            throw new RowRejected(Reason.TYPE, name);
        }
        return node.booleanValue() ? Acceptable.YES : Acceptable.NO;
    }

    private static List<Integer> shown(Fields fields, int size) throws RowRejected {
        if (!fields.has("shown")) {
            return IntStream.range(0, size).boxed().toList();
        }
        List<Integer> shown = indexes(fields.required("shown"), "shown", size);
        if (new HashSet<>(shown).size() != shown.size()) {
            throw new RowRejected(Reason.VALUE, "shown");
        }
        return shown;
    }

    private static double certainty(Fields fields) throws RowRejected {
        double certainty = fields.probability("certainty").orElse(1);
        if (certainty <= .5) {
            throw new RowRejected(Reason.VALUE, "certainty");
        }
        return certainty;
    }

    private static Instant judgedAt(Fields fields) throws RowRejected {
        if (!fields.has("judged_at")) {
            return Verdict.NO_TIME;
        }
        try {
            Instant at = OffsetDateTime.parse(fields.text("judged_at")).toInstant();
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw new RowRejected(Reason.VALUE, "judged_at");
            }
            return at;
        } catch (DateTimeException e) {
            throw new RowRejected(Reason.VALUE, "judged_at");
        }
    }
}
