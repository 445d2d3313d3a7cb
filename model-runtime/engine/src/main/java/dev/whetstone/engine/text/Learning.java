package dev.whetstone.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.align.TokenText;
import dev.whetstone.engine.text.ChatTemplate.Ending;
import dev.whetstone.engine.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Set;

/// Conversations as texts to learn, where the assistant's words and the tokens that end them count.
///
/// @param stops tokens that end an answer
public record Learning(Tokenizer tokenizer, ChatTemplate template, Set<Integer> stops) {
    /// Renders the conversation up to each assistant turn and marks what that turn added, up to and
    /// with its stop token.
    public TokenText text(JsonNode messages) {
        var ids = new ArrayList<Integer>();
        var learn = new ArrayList<Boolean>();
        var done = "";
        var sofar = JsonNodeFactory.instance.arrayNode();
        for (var message : messages) {
            if (message.path("role").asText().equals("assistant")) {
                var prompt = rendered(sofar, Ending.ASSISTANT_BEGINS);
                sofar.add(message);
                var whole = rendered(sofar, Ending.NONE);
                requirePrefix(done, prompt);
                requirePrefix(prompt, whole);
                add(prompt.substring(done.length()), false, ids, learn);
                add(whole.substring(prompt.length()), true, ids, learn);
                done = whole;
            } else {
                sofar.add(message);
            }
        }
        var marks = new boolean[learn.size()];
        for (var i = 0; i < marks.length; i++) {
            marks[i] = learn.get(i);
        }
        return new TokenText(ids.stream().mapToInt(Integer::intValue).toArray(), marks);
    }

    private String rendered(JsonNode messages, Ending ending) {
        return template.render(messages, JsonNodeFactory.instance.objectNode(), ending).text();
    }

    private static void requirePrefix(String part, String whole) {
        if (!whole.startsWith(part)) {
            throw new dev.whetstone.engine.control.RuntimeFailure(
                    "template.prefix",
                    "the chat template renders earlier turns differently once later ones follow",
                    "Train with a template that only appends.");
        }
    }

    private void add(
            String text, boolean answer, ArrayList<Integer> ids, ArrayList<Boolean> learn) {
        var counts = answer;
        for (var id : tokenizer.ids(text)) {
            ids.add(id);
            learn.add(counts);
            counts = counts && !stops.contains(id);
        }
    }
}
