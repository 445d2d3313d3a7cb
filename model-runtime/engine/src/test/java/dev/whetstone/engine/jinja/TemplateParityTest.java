package dev.whetstone.engine.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.text.ChatTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Against `apply_chat_template` of Transformers 5.23.0 with Jinja2 3.1.6, read in place: the
/// template texts belong to their models.
class TemplateParityTest {
    @TestFactory
    Stream<DynamicTest> rendersWhatTransformersRenders() {
        var file = templates();
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "no recorded templates at " + file);
        var recorded = Golden.json(file.toString());
        var now = LocalDateTime.parse(recorded.path("frozen_time").asText());
        return recorded.path("templates").properties().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> check(recorded, entry.getValue(), now)));
    }

    private static Path templates() {
        var given = System.getProperty("golden.runtime");
        var folder =
                given != null
                        ? Path.of(given)
                        : Path.of(System.getProperty("whetstone.shared", "."), "golden", "runtime");
        return folder.resolve("chat-templates").resolve("templates.json");
    }

    private static void check(JsonNode recorded, JsonNode entry, LocalDateTime now) {
        var template =
                new ChatTemplate(
                        Template.parse(entry.path("source").asText()),
                        texts(entry, "bos_token", "eos_token"),
                        () -> now);
        var soft = new SoftAssertions();
        for (var rendered : entry.path("rendered").properties()) {
            var prompt = rendered.getKey().endsWith("+prompt");
            var name = rendered.getKey().replace("+prompt", "");
            var conversation = recorded.path("conversations").path(name);
            var expected = rendered.getValue();
            try {
                var rendering =
                        template.render(
                                conversation.path("messages"),
                                conversation.path("arguments"),
                                prompt
                                        ? ChatTemplate.Ending.ASSISTANT_BEGINS
                                        : ChatTemplate.Ending.NONE);
                soft.assertThat(rendering.text())
                        .as(rendered.getKey())
                        .isEqualTo(expected.path("text").asText("(an error)"));
                if (expected.has("generation_spans")) {
                    soft.assertThat(codePoints(rendering))
                            .as("spans of " + rendered.getKey())
                            .isEqualTo(spans(expected.path("generation_spans")));
                }
            } catch (RuntimeFailure failure) {
                checkFailure(soft, rendered.getKey(), failure, expected.path("error"));
            }
        }
        soft.assertAll();
        assertThat(entry.path("rendered")).isNotEmpty();
    }

    private static void checkFailure(
            SoftAssertions soft, String name, RuntimeFailure failure, JsonNode error) {
        soft.assertThat(error.isObject()).as("%s failed: %s", name, failure.getMessage()).isTrue();
        if (error.path("type").asText().equals("TemplateError")) {
            soft.assertThat(failure.code()).as(name).isEqualTo("template.raised");
            soft.assertThat(failure.getMessage())
                    .as(name)
                    .isEqualTo(error.path("message").asText());
        } else {
            soft.assertThat(failure.code()).as(name).isEqualTo("template.render");
        }
    }

    private static java.util.Map<String, String> texts(JsonNode entry, String... names) {
        var texts = new java.util.HashMap<String, String>();
        for (var name : names) {
            if (entry.path(name).isTextual()) {
                texts.put(name, entry.path(name).asText());
            }
        }
        return texts;
    }

    private static List<List<Integer>> codePoints(Template.Rendering rendering) {
        var spans = new ArrayList<List<Integer>>();
        for (var span : rendering.generated()) {
            spans.add(
                    List.of(
                            rendering.text().codePointCount(0, span.from()),
                            rendering.text().codePointCount(0, span.to())));
        }
        return spans;
    }

    private static List<List<Integer>> spans(JsonNode list) {
        var spans = new ArrayList<List<Integer>>();
        list.forEach(span -> spans.add(List.of(span.get(0).asInt(), span.get(1).asInt())));
        return spans;
    }
}
