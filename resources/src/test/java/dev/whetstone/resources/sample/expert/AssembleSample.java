package dev.whetstone.resources.sample.expert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.resources.sample.grammar.Grammar;
import dev.whetstone.resources.sample.wish.AttributeDetectors;
import dev.whetstone.resources.sample.wish.WishDetectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes `judgements.jsonl` and `pool.jsonl` from prompts and what the starter policy answered.
///
/// Arguments: the prompts (lines `{"id","prompt"}`), the output of `whetstone generate` over
/// them with four or more samples, the folder to write to.
public final class AssembleSample {
    private static final long SEED = 60;
    private static final int POOL_RESPONSES = 2;
    private static final Instant FIRST = Instant.parse("2026-11-02T09:00:00Z");

    private final JsonMapper json = new JsonMapper();

    private AssembleSample() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[2]);
        new AssembleSample().assemble(Path.of(arguments[0]), Path.of(arguments[1]), out);
    }

    private void assemble(Path prompts, Path generated, Path out) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (JsonNode line : read(prompts)) {
            texts.put(line.path("id").asText(), line.path("prompt").asText());
        }
        List<List<Candidate>> answered = new ArrayList<>();
        List<ObjectNode> pool = new ArrayList<>();
        AttributeDetectors attributes = new AttributeDetectors();
        WishDetectors wishes = new WishDetectors();
        for (JsonNode line : read(generated)) {
            String id = line.path("id").asText();
            String prompt = texts.getOrDefault(id, "");
            List<Candidate> candidates = new ArrayList<>();
            for (JsonNode response : line.path("responses")) {
                String text = response.path("text").asText().strip();
                if (!text.isEmpty() && response.path("finished").asBoolean(true)) {
                    candidates.add(Candidate.of(prompt, text, attributes, wishes));
                }
            }
            if (candidates.size() >= POOL_RESPONSES) {
                answered.add(candidates);
                pool.add(poolLine(id, prompt, candidates));
            }
        }
        List<Remark> remarks =
                Remark.parse(Grammar.resource(AssembleSample.class, "explanations.txt"));
        write(out.resolve("judgements.jsonl"), judgements(remarks, answered));
        write(out.resolve("pool.jsonl"), pool);
    }

    private List<ObjectNode> judgements(List<Remark> remarks, List<List<Candidate>> answered) {
        Random random = new Random(SEED);
        Instant at = FIRST;
        List<ObjectNode> lines = new ArrayList<>();
        for (Verdict verdict : new SampleExpert(answered, SEED).judge(remarks)) {
            at = at.plusSeconds(25 + random.nextInt(90));
            lines.add(verdict.line(json, at, random));
        }
        return lines;
    }

    private ObjectNode poolLine(String id, String prompt, List<Candidate> candidates) {
        ObjectNode line = json.createObjectNode().put("id", id).put("prompt", prompt);
        ArrayNode responses = line.putArray("responses");
        candidates.subList(0, POOL_RESPONSES).forEach(c -> responses.add(c.response()));
        return line;
    }

    private List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private void write(Path file, List<ObjectNode> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : lines) {
            text.append(json.writeValueAsString(line)).append('\n');
        }
        Files.writeString(file, text);
    }
}
