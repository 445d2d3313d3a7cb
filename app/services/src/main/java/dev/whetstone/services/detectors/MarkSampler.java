package dev.whetstone.services.detectors;

import dev.whetstone.core.project.Response;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.project.OpenProject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Which of the project's replies a person should mark next: half those of which the detector is
/// least sure, the others at random, from as many questions as there are.
final class MarkSampler {
    private final OpenProject project;
    private final MarkBook marks;
    private final DetectorBook book;

    MarkSampler(OpenProject project, MarkBook marks, DetectorBook book) {
        this.project = project;
        this.marks = marks;
        this.book = book;
    }

    /// Replies to mark next.
    ///
    /// @param seed of the order
    List<String> sample(Detector detector, int count, long seed) {
        Set<String> marked = new HashSet<>();
        marks.standing(detector.name()).forEach(mark -> marked.add(mark.text()));
        List<String> free = new ArrayList<>();
        for (Response response : marks.shuffled(seed)) {
            if (!response.text().isBlank() && marked.add(response.text())) {
                free.add(response.text());
            }
        }
        free = fromManyQuestions(free);
        List<String> unsure = unsure(detector, free);
        Set<String> drawn = new LinkedHashSet<>();
        unsure.stream().limit(count / 2).forEach(drawn::add);
        for (String text : free) {
            if (drawn.size() == count) {
                break;
            }
            drawn.add(text);
        }
        return List.copyOf(drawn);
    }

    /// One reply to each question, then a second, and so on.
    private List<String> fromManyQuestions(List<String> texts) {
        UnaryOperator<String> question = questions();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> turn = new HashMap<>();
        texts.forEach(text -> turn.put(text, seen.merge(question.apply(text), 1, Integer::sum)));
        return texts.stream().sorted(Comparator.comparing(turn::get)).toList();
    }

    /// Texts that the detector has read, the least sure first.
    private List<String> unsure(Detector detector, List<String> texts) {
        Map<String, Double> distance = new LinkedHashMap<>();
        book.detectors()
                .named(detector.name())
                .ifPresent(
                        scores -> {
                            for (String text : texts) {
                                double score = scores.score(new TextFeatures(text));
                                if (!Double.isNaN(score)) {
                                    distance.put(text, Math.abs(score - .5));
                                }
                            }
                        });
        return distance.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The question that a reply answers; replies to one question are alike, and say nothing of how
    /// a detector does on the next. A text that is no reply of the project stands for itself.
    UnaryOperator<String> questions() {
        Map<String, String> groups = new HashMap<>();
        for (Response response : project.content().responses().values()) {
            var prompt = project.content().prompts().get(response.promptId());
            if (prompt != null) {
                groups.putIfAbsent(response.text(), "question " + PromptGroups.of(prompt.text()));
            }
        }
        return text -> groups.getOrDefault(text, "text " + text);
    }
}
