package dev.whetstone.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.text.ChatTemplate.Ending;
import dev.whetstone.engine.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Prompts and completions of one model, as text and in tokens.
///
/// A prompt is a text or a conversation. With a chat template a text is one user message; without
/// one, a text is continued as it is and a conversation is refused.
public final class ModelText {
    private final Tokenizer tokenizer;
    private final @Nullable ChatTemplate template;
    private final Map<String, String> special;
    private final TreeSet<Integer> stops;

    private ModelText(
            Tokenizer tokenizer,
            @Nullable ChatTemplate template,
            Map<String, String> special,
            TreeSet<Integer> stops) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.special = special;
        this.stops = stops;
    }

    /// Reads the tokenizer, the template and the stop tokens of a model folder, no weights.
    public static ModelText of(Path folder) throws IOException {
        return of(folder, LocalDateTime::now);
    }

    /// @param now what templates are told when they ask for the date
    public static ModelText of(Path folder, Supplier<LocalDateTime> now) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var special = ChatTemplateFiles.specialTokens(folder);
        var stops = new TreeSet<>(ConfigReader.read(folder).ids().eos());
        var end = special.get("eos_token");
        if (end != null) {
            tokenizer.vocabulary().id(end).ifPresent(stops::add);
        }
        return new ModelText(
                tokenizer, ChatTemplateFiles.template(folder, now).orElse(null), special, stops);
    }

    /// The text of a folder's chat template, where it has one.
    public static Optional<String> templateSource(Path folder) throws IOException {
        return ChatTemplateFiles.source(folder);
    }

    /// The texts of the tokens that a folder's tokenizer settings name, by their roles, e.g.
    /// `eos_token`.
    public static Map<String, String> specialTokens(Path folder) throws IOException {
        return ChatTemplateFiles.specialTokens(folder);
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public Optional<ChatTemplate> template() {
        return Optional.ofNullable(template);
    }

    /// A prompt's tokens, what comes before the answer included.
    public int[] prompt(JsonNode prompt) {
        return check(
                template == null
                        ? plainPrompt(prompt)
                        : tokenizer.ids(
                                rendered(messages(prompt), template, Ending.ASSISTANT_BEGINS)));
    }

    /// Prompt and completion in tokens.
    ///
    /// @param completion a text, or a list with one assistant message
    /// @throws RuntimeFailure `template.prefix` where the rendered prompt does not begin the
    ///     rendered whole, so that no answer could ever have been sampled as it would be
    ///     trained on
    public TokenizedExchange exchange(JsonNode prompt, JsonNode completion) {
        if (template == null) {
            return plainExchange(prompt, text(completion));
        }
        var promptText = rendered(messages(prompt), template, Ending.ASSISTANT_BEGINS);
        var whole = rendered(answered(prompt, completion), template, Ending.NONE);
        if (!whole.startsWith(promptText)) {
            throw new RuntimeFailure(
                    "template.prefix",
                    "the chat template renders the prompt differently once it is answered",
                    "Pairs cannot be trained on with this template.");
        }
        var promptIds = check(tokenizer.ids(promptText));
        var wholeIds = tokenizer.ids(whole);
        // a token that spans the border is cut there, as it is when an answer is sampled
        var rest =
                Arrays.mismatch(promptIds, wholeIds) == promptIds.length
                        ? Arrays.copyOfRange(wholeIds, promptIds.length, wholeIds.length)
                        : tokenizer.ids(whole.substring(promptText.length()));
        return new TokenizedExchange(promptIds, ended(rest));
    }

    /// What a response says: its tokens without control tokens.
    public String text(int[] ids) {
        return tokenizer.decode(ids, Tokenizer.Special.DROP);
    }

    /// The tokens that end an answer, in order.
    public List<Integer> stops() {
        return List.copyOf(stops);
    }

    /// The id of a token that the tokenizer's settings name.
    ///
    /// @param role e.g. `pad_token`
    public OptionalInt special(String role) {
        var token = special.get(role);
        return token == null ? OptionalInt.empty() : tokenizer.vocabulary().id(token);
    }

    /// The token that begins a text, where the model has one.
    public OptionalInt begin() {
        var token = special.get("bos_token");
        return token == null ? OptionalInt.empty() : tokenizer.vocabulary().id(token);
    }

    /// The token that is put after a completion whose template puts none.
    public OptionalInt end() {
        var token = special.get("eos_token");
        var id = token == null ? OptionalInt.empty() : tokenizer.vocabulary().id(token);
        return id.isPresent() || stops.isEmpty() ? id : OptionalInt.of(stops.first());
    }

    private static String rendered(JsonNode messages, ChatTemplate chat, Ending ending) {
        return chat.render(messages, JsonNodeFactory.instance.objectNode(), ending).text();
    }

    private static JsonNode messages(JsonNode prompt) {
        if (prompt.isArray()) {
            return prompt;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("role", "user").put("content", text(prompt));
        return list;
    }

    private static JsonNode answered(JsonNode prompt, JsonNode completion) {
        var list = JsonNodeFactory.instance.arrayNode();
        messages(prompt).forEach(list::add);
        list.addObject().put("role", "assistant").put("content", text(completion));
        return list;
    }

    /// A text, or the content of the one message of a list.
    private static String text(JsonNode node) {
        var content = node.isArray() && node.size() == 1 ? node.get(0).path("content") : node;
        if (!content.isTextual()) {
            throw new RuntimeFailure(
                    "input.type",
                    "expected a text or a list with one message, found " + shown(node),
                    "");
        }
        return content.asText();
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private int[] plainPrompt(JsonNode prompt) {
        if (prompt.isArray()) {
            throw new RuntimeFailure(
                    "template.missing",
                    "the model has no chat template, and the prompt is a conversation",
                    "Give prompts as plain texts, or use a chat model.");
        }
        var ids = tokenizer.encodeWithSpecial(text(prompt)).ids();
        // a tokenizer may close what it encodes; a prompt stays open
        return ids.length > 0 && stops.contains(ids[ids.length - 1]) && !isEndOf(prompt, ids)
                ? Arrays.copyOf(ids, ids.length - 1)
                : ids;
    }

    private boolean isEndOf(JsonNode prompt, int[] ids) {
        var plain = tokenizer.ids(text(prompt));
        return plain.length > 0 && plain[plain.length - 1] == ids[ids.length - 1];
    }

    /// Of a prompt and prompt + completion the common tokens are the prompt (as TRL cuts it).
    private TokenizedExchange plainExchange(JsonNode prompt, String completion) {
        var promptIds = plainPrompt(prompt);
        var wholeIds = plainPrompt(JsonNodeFactory.instance.textNode(text(prompt) + completion));
        var common = Arrays.mismatch(promptIds, wholeIds);
        var cut = common < 0 ? promptIds.length : Math.min(common, promptIds.length);
        return new TokenizedExchange(
                check(Arrays.copyOf(promptIds, cut)),
                ended(Arrays.copyOfRange(wholeIds, cut, wholeIds.length)));
    }

    /// Up to the first stop token, or with one put after it. What a template writes behind the stop
    /// token is not part of the answer.
    private int[] ended(int[] ids) {
        for (var i = 0; i < ids.length; i++) {
            if (stops.contains(ids[i])) {
                return Arrays.copyOf(ids, i + 1);
            }
        }
        var end = end();
        if (end.isEmpty()) {
            return ids;
        }
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = end.getAsInt();
        return ended;
    }

    /// A doubled beginning of text comes from a template and a tokenizer that both write it.
    private int[] check(int[] ids) {
        var id = begin();
        if (id.isPresent()
                && ids.length > 1
                && ids[0] == id.getAsInt()
                && ids[1] == id.getAsInt()) {
            throw new RuntimeFailure(
                    "template.begin",
                    "the prompt begins with two tokens " + special.get("bos_token"),
                    "Take it out of the text: the template or the tokenizer writes it.");
        }
        if (ids.length == 0) {
            throw new RuntimeFailure("input.empty", "a prompt has no tokens", "");
        }
        return ids;
    }
}
