package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.project.Response;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
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
    private static final long SEED = 1;

    private final MarkBook marks;
    private final DetectorBook book;
    private final ReplyBook replies;

    MarkSampler(MarkBook marks, DetectorBook book, ReplyBook replies) {
        this.marks = marks;
        this.book = book;
        this.replies = replies;
    }

    /// @param passed texts that are not wanted
    List<String> next(Detector detector, Set<String> passed, int count) {
        return sample(detector, passed, count, SEED);
    }

    /// Replies to mark next.
    ///
    /// @param seed of the order
    List<String> sample(Detector detector, int count, long seed) {
        return sample(detector, Set.of(), count, seed);
    }

    private List<String> sample(Detector detector, Set<String> passed, int count, long seed) {
        Set<String> marked = new HashSet<>(passed);
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
        if (detector.isTrained()) {
            Map<String, ReplyBook.Known> all = replies.all();
            Map<TextKey, Float> scores = book.scores(detector);
            for (String text : texts) {
                ReplyBook.Known known = all.get(text);
                Float score = known == null ? null : scores.get(known.key());
                if (score != null) {
                    distance.put(text, Math.abs(score - TextScores.THRESHOLD));
                }
            }
        }
        return distance.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The question that a reply answers; replies to one question are alike, and say nothing of how
    /// a detector does on the next. A text that is no reply of the project stands for itself.
    UnaryOperator<String> questions() {
        Map<String, ReplyBook.Known> all = replies.all();
        return text -> {
            ReplyBook.Known known = all.get(text);
            return known == null ? "text " + text : known.question();
        };
    }
}
