package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.reward.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A prompt with its samples and, once scored, their scores.
record Sampled(LoopPrompt prompt, List<Text> texts, List<Score> scores) {
    /// @param finished false when it was cut at the token limit
    record Text(String text, boolean finished) {}

    Sampled {
        texts = List.copyOf(texts);
        scores = List.copyOf(scores);
    }

    Sampled withScores(List<Score> newScores) {
        return new Sampled(prompt, texts, newScores);
    }

    double score(int sample) {
        return scores.get(sample).value();
    }

    /// The sample of the highest score, the first of equals.
    int best() {
        int best = 0;
        for (int i = 1; i < texts.size(); i++) {
            best = score(i) > score(best) ? i : best;
        }
        return best;
    }

    /// Reads what the worker wrote for these prompts.
    static List<Sampled> readGenerated(Path file, List<LoopPrompt> prompts) {
        Map<String, List<Text>> byId = new HashMap<>();
        for (JsonNode row : JsonFiles.readLines(file)) {
            List<Text> texts = new ArrayList<>();
            for (JsonNode response : row.path("responses")) {
                texts.add(
                        new Text(
                                response.path("text").asText(),
                                response.path("finished").asBoolean()));
            }
            byId.put(row.path("id").asText(), texts);
        }
        return prompts.stream()
                .map(p -> new Sampled(p, byId.getOrDefault(p.id(), List.of()), List.of()))
                .filter(sampled -> !sampled.texts().isEmpty())
                .toList();
    }

    /// Every sample of every prompt.
    static List<LoopRules.Response> responses(List<Sampled> all) {
        List<LoopRules.Response> responses = new ArrayList<>();
        for (Sampled sampled : all) {
            sampled.texts()
                    .forEach(
                            text ->
                                    responses.add(
                                            new LoopRules.Response(sampled.prompt(), text.text())));
        }
        return responses;
    }

    ObjectNode json() {
        ObjectNode row = prompt.row();
        ArrayNode responses = row.putArray("all_generated_responses");
        texts.forEach(text -> responses.add(text.text()));
        ArrayNode values = row.putArray("all_rm_scores");
        scores.forEach(score -> values.add(score.value()));
        ArrayNode spread = row.putArray("all_rm_uncertainties");
        scores.forEach(score -> spread.add(score.uncertainty()));
        ArrayNode finished = row.putArray("finished");
        texts.forEach(text -> finished.add(text.finished()));
        return row;
    }

    static List<Sampled> read(Path file, List<LoopPrompt> prompts) {
        Map<String, LoopPrompt> byId = new HashMap<>();
        prompts.forEach(prompt -> byId.put(prompt.id(), prompt));
        List<Sampled> all = new ArrayList<>();
        for (JsonNode row : JsonFiles.readLines(file)) {
            LoopPrompt prompt = byId.get(row.path("id").asText());
            if (prompt != null) {
                all.add(fromJson(row, prompt));
            }
        }
        return all;
    }

    private static Sampled fromJson(JsonNode row, LoopPrompt prompt) {
        List<Text> texts = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < row.path("all_generated_responses").size(); i++) {
            texts.add(
                    new Text(
                            row.path("all_generated_responses").path(i).asText(),
                            row.path("finished").path(i).asBoolean()));
            scores.add(
                    new Score(
                            row.path("all_rm_scores").path(i).asDouble(),
                            row.path("all_rm_uncertainties").path(i).asDouble()));
        }
        return new Sampled(prompt, texts, scores);
    }
}
