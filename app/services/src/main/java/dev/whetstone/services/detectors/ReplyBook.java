package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The project's distinct replies that are not blank, in an order by lot that never changes; put
/// together once for the texts as they stand.
final class ReplyBook {
    private static final long SEED = 0;

    private final OpenProject project;
    private volatile @Nullable Shelf shelf;

    ReplyBook(OpenProject project) {
        this.project = project;
    }

    /// @param key of the text
    /// @param question what the reply answers; replies to one question are alike
    record Known(Reply reply, TextKey key, String question) {
        String text() {
            return reply.text();
        }
    }

    private record Shelf(Content content, Map<String, Known> byText) {}

    /// By text, in the order by lot.
    Map<String, Known> all() {
        Content now = project.content();
        Shelf known = shelf;
        if (known == null || known.content() != now) {
            known = new Shelf(now, Collections.unmodifiableMap(read(now)));
            shelf = known;
        }
        return known.byText();
    }

    private static Map<String, Known> read(Content content) {
        List<Response> order = new ArrayList<>(content.responses().values());
        order.sort(Comparator.comparing(Response::id));
        Collections.shuffle(order, new Random(SEED));
        Map<UUID, String> questions = new HashMap<>();
        Map<String, Known> found = new LinkedHashMap<>();
        for (Response response : order) {
            if (response.text().isBlank() || found.containsKey(response.text())) {
                continue;
            }
            Prompt prompt = content.prompts().get(response.promptId());
            String asked = prompt == null ? "" : prompt.text();
            String question =
                    questions.computeIfAbsent(
                            response.promptId(), _ -> "question " + PromptGroups.of(asked));
            found.put(
                    response.text(),
                    new Known(
                            new Reply(asked, response.text()),
                            TextKey.of(response.text()),
                            question));
        }
        return found;
    }
}
