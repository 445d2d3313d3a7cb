package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.jinja.Template;
import dev.whetstone.engine.text.ChatTemplate;
import dev.whetstone.engine.text.ChatTemplate.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;

/// `chat-templates/templates.json`.
final class TemplateChecks {
    private TemplateChecks() {}

    static void run(Path root, Suite suite) throws IOException {
        var file = root.resolve("chat-templates/templates.json");
        if (!Files.isRegularFile(file)) {
            return;
        }
        var recorded = Recorded.json(file);
        var now = LocalDateTime.parse(recorded.path("frozen_time").asText());
        for (var entry : recorded.path("templates").properties()) {
            var name = "chat-templates/" + entry.getKey();
            suite.attempt(
                    name,
                    () ->
                            suite.add(
                                    Check.equal(
                                            name,
                                            differing(
                                                    entry.getValue(),
                                                    recorded.path("conversations"),
                                                    now))));
        }
    }

    private static long differing(JsonNode entry, JsonNode conversations, LocalDateTime now) {
        var special = new HashMap<String, String>();
        for (var name : new String[] {"bos_token", "eos_token"}) {
            if (entry.path(name).isTextual()) {
                special.put(name, entry.path(name).asText());
            }
        }
        var template =
                new ChatTemplate(Template.parse(entry.path("source").asText()), special, () -> now);
        var differing = 0L;
        for (var rendered : entry.path("rendered").properties()) {
            var prompt = rendered.getKey().endsWith("+prompt");
            var conversation = conversations.path(rendered.getKey().replace("+prompt", ""));
            differing +=
                    isAsRecorded(
                                    template,
                                    conversation,
                                    prompt ? Ending.ASSISTANT_BEGINS : Ending.NONE,
                                    rendered.getValue())
                            ? 0
                            : 1;
        }
        return differing;
    }

    private static boolean isAsRecorded(
            ChatTemplate template, JsonNode conversation, Ending ending, JsonNode expected) {
        try {
            return template.render(
                            conversation.path("messages"), conversation.path("arguments"), ending)
                    .text()
                    .equals(expected.path("text").asText(null));
        } catch (RuntimeFailure failure) {
            var error = expected.path("error");
            return error.path("type").asText().equals("TemplateError")
                    ? error.path("message").asText().equals(failure.getMessage())
                    : error.isObject();
        }
    }
}
