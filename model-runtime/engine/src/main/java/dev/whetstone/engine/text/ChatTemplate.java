package dev.whetstone.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.jinja.Template;
import dev.whetstone.engine.jinja.Value;
import dev.whetstone.engine.jinja.Values;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// A model's chat template with the model's special tokens, as `apply_chat_template` of
/// Transformers uses it.
public final class ChatTemplate {
    private final Template template;
    private final Map<String, String> specialTokens;
    private final Supplier<LocalDateTime> now;

    /// How a rendering ends.
    public enum Ending {
        NONE,
        /// With what comes before an assistant's answer.
        ASSISTANT_BEGINS
    }

    /// @param specialTokens `bos_token`, `eos_token` and others by name; those absent are undefined
    public ChatTemplate(
            Template template, Map<String, String> specialTokens, Supplier<LocalDateTime> now) {
        this.template = template;
        this.specialTokens = Map.copyOf(specialTokens);
        this.now = now;
    }

    /// @param messages list of `{role, content, ...}`; keys whose value is null are dropped
    /// @param arguments further variables, e.g. `tools`
    /// @throws RuntimeFailure as [Template#render]; `template.render` for an empty conversation
    public Template.Rendering render(JsonNode messages, JsonNode arguments, Ending ending) {
        if (messages.isEmpty()) {
            throw new RuntimeFailure(
                    "template.render", "a conversation needs at least one message", "");
        }
        var variables = new HashMap<String, Value>();
        specialTokens.forEach((name, token) -> variables.put(name, Value.of(token)));
        arguments.properties().forEach(e -> variables.put(e.getKey(), Values.of(e.getValue())));
        variables.putIfAbsent(
                "tools", Values.of(com.fasterxml.jackson.databind.node.NullNode.instance));
        variables.putIfAbsent(
                "documents", Values.of(com.fasterxml.jackson.databind.node.NullNode.instance));
        variables.put("messages", Values.of(withoutNulls(messages)));
        variables.put("add_generation_prompt", Value.of(ending == Ending.ASSISTANT_BEGINS));
        return template.render(variables, now);
    }

    private static JsonNode withoutNulls(JsonNode messages) {
        var copy = messages.deepCopy();
        for (var message : copy) {
            if (message instanceof ObjectNode object) {
                object.properties().removeIf(entry -> entry.getValue().isNull());
            }
        }
        return copy;
    }
}
