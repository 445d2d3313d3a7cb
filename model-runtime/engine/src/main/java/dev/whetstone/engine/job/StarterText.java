package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.jinja.Template;
import dev.whetstone.engine.text.ChatTemplate;
import dev.whetstone.engine.text.ChatTemplate.Ending;
import dev.whetstone.engine.tokenizer.BpeTrainer;
import dev.whetstone.engine.tokenizer.TrainedVocabulary;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The tokenizer of a new model. Its control tokens are `<|endoftext|>` and what the chat template
/// writes in the form `<|name|>`; the one that the template writes behind an answer ends answers.
///
/// @param end the token that ends an answer
/// @param padding the token that fills up rows
record StarterText(
        TrainedVocabulary vocabulary, ChatTemplate template, String end, String padding) {
    private static final String END_OF_TEXT = "<|endoftext|>";
    private static final String PAD = "<|pad|>";
    private static final Pattern CONTROL = Pattern.compile("<\\|[A-Za-z0-9_]{1,40}\\|>");
    private static final String PROBE = "PROBE";

    static StarterText train(List<JsonLines.Line> lines, String source, int size) {
        var template =
                new ChatTemplate(
                        Template.parse(source),
                        Map.of("eos_token", END_OF_TEXT),
                        () -> LocalDateTime.of(2026, 1, 1, 0, 0));
        var special = special(source);
        var end = end(template);
        var padding = end.equals(END_OF_TEXT) ? PAD : END_OF_TEXT;
        if (!special.contains(padding)) {
            special.add(padding);
        }
        var texts = new ArrayList<String>();
        for (var line : lines) {
            try {
                var whole = render(template, line.field("messages"));
                texts.addAll(List.of(CONTROL.split(whole)));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        return new StarterText(BpeTrainer.train(texts, size, special), template, end, padding);
    }

    private static List<String> special(String source) {
        var special = new ArrayList<>(List.of(END_OF_TEXT));
        CONTROL.matcher(source)
                .results()
                .map(match -> match.group())
                .filter(token -> !special.contains(token))
                .distinct()
                .forEach(special::add);
        return special;
    }

    private static String end(ChatTemplate template) {
        var messages = JsonNodeFactory.instance.arrayNode();
        messages.addObject().put("role", "user").put("content", "?");
        messages.addObject().put("role", "assistant").put("content", PROBE);
        var whole = render(template, messages);
        var behind = whole.substring(whole.lastIndexOf(PROBE) + PROBE.length());
        var matcher = CONTROL.matcher(behind);
        if (!matcher.lookingAt()) {
            throw new RuntimeFailure(
                    "template.end",
                    "the chat template writes no control token behind an answer",
                    "Write one, e.g. <|im_end|> or {{ eos_token }}, so that answers can end.");
        }
        return matcher.group();
    }

    private static String render(ChatTemplate template, JsonNode messages) {
        return template.render(messages, JsonNodeFactory.instance.objectNode(), Ending.NONE).text();
    }
}
