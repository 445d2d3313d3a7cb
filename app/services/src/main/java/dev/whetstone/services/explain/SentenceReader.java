package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns an explanation into readings.
@FunctionalInterface
public interface SentenceReader {
    Understood read(Said said);

    /// What was said about what.
    record Said(
            Prompt prompt,
            List<Response> responses,
            Ranking ranking,
            Explanation explanation,
            Map<String, String> answers) {}

    /// @param rules in the rule language, best first
    record Understood(List<Word> words, List<Reading> readings, List<Question> questions) {}

    /// @param group readings of one group exclude each other
    /// @param certain every word was understood and the rule votes for the chosen reply
    /// @param cautions in words
    record Reading(String rule, int group, boolean certain, List<String> cautions) {
        Reading with(String caution) {
            List<String> all = new ArrayList<>(cautions);
            all.add(caution);
            return new Reading(rule, group, certain, all);
        }
    }
}
