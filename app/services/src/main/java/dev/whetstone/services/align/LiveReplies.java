package dev.whetstone.services.align;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the replies to held-out prompts that a running iteration has written so far.
final class LiveReplies {
    private LiveReplies() {}

    static List<LiveSample> read(RunFolder folder, int limit) {
        if (!Files.exists(folder.evaluation())) {
            return List.of();
        }
        List<LoopPrompt> prompts = LoopPrompt.read(folder.evaluation());
        Map<String, String> start = texts(folder.start(), prompts);
        Map<String, Answer> newest = new HashMap<>();
        start.forEach((id, text) -> newest.put(id, new Answer(0, text)));
        int number = 1;
        while (Files.isDirectory(folder.iteration(number).folder())) {
            int iteration = number;
            texts(folder.iteration(number), prompts)
                    .forEach((id, text) -> newest.put(id, new Answer(iteration, text)));
            number++;
        }
        List<LiveSample> samples = new ArrayList<>();
        for (LoopPrompt prompt : prompts) {
            String before = start.get(prompt.id());
            Answer answer = newest.get(prompt.id());
            if (before != null && answer != null) {
                samples.add(
                        new LiveSample(prompt.text(), before, answer.iteration(), answer.text()));
            }
        }
        samples.sort((a, b) -> Integer.compare(b.iteration(), a.iteration()));
        return samples.stream().limit(limit).toList();
    }

    private record Answer(int iteration, String text) {}

    private static Map<String, String> texts(RunFolder.Step step, List<LoopPrompt> prompts) {
        Path whole = step.evaluationGenerated();
        Path growing = whole.resolveSibling(whole.getFileName() + ".part");
        Path file = Files.exists(whole) ? whole : growing;
        Map<String, String> texts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Sampled.readGenerated(file, prompts)
                    .forEach(s -> texts.put(s.prompt().id(), s.texts().getFirst().text()));
        }
        return texts;
    }
}
