package dev.whetstone.store.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What an import did, or would do.
///
/// @param prompts distinct ones in the file
/// @param responses distinct texts within a prompt, outer white space ignored
/// @param comparisons distinct sets of responses to a prompt that were judged
/// @param judgements one person's verdict each, without `duplicates`
/// @param duplicates rows that repeat a verdict of the file or of the project
/// @param ties judgements with two or more responses in a tier, both-bad not included
/// @param ratings attribute ratings by people
/// @param scores numbers by models
/// @param absolute judgements that say whether the best response is acceptable
/// @param skipped rows that hold no judgement though nothing is wrong
public record ImportReport(
        String file,
        String format,
        String as,
        long prompts,
        long responses,
        long comparisons,
        long judgements,
        long duplicates,
        long ties,
        long bothBad,
        long strengths,
        long explanations,
        long ratings,
        long scores,
        long absolute,
        long spans,
        long skipped,
        List<Rejection> rejected) {
    public ImportReport {
        rejected = List.copyOf(rejected);
    }

    /// The JSON that `whetstone import --json` prints.
    public ObjectNode toJson() {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", file)
                        .put("format", format)
                        .put("as", as)
                        .put("prompts", prompts)
                        .put("responses", responses)
                        .put("comparisons", comparisons)
                        .put("judgements", judgements)
                        .put("duplicates", duplicates)
                        .put("ties", ties)
                        .put("both_bad", bothBad)
                        .put("strengths", strengths)
                        .put("explanations", explanations)
                        .put("ratings", ratings)
                        .put("scores", scores)
                        .put("absolute", absolute)
                        .put("spans", spans)
                        .put("skipped", skipped);
        ArrayNode list = json.putArray("rejected");
        for (Rejection rejection : rejected) {
            list.addObject()
                    .put("line", rejection.line())
                    .put("reason", rejection.reason().wireName())
                    .put("field", rejection.field());
        }
        return json;
    }
}
