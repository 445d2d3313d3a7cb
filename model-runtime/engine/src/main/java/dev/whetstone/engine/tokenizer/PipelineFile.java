package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the normalizers and pre-tokenizers of tokenizer.json.
final class PipelineFile {
    private static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private PipelineFile() {}

    static Optional<Normalizer> normalizer(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var type = TokenizerFile.text(node, "type", field);
        return Optional.of(
                switch (type) {
                    case "Sequence" -> new Normalizer.Chain(normalizers(node, field));
                    case "NFC" -> new Normalizer.Unicode(Form.NFC);
                    case "NFD" -> new Normalizer.Unicode(Form.NFD);
                    case "NFKC" -> new Normalizer.Unicode(Form.NFKC);
                    case "NFKD" -> new Normalizer.Unicode(Form.NFKD);
                    case "Lowercase" -> new Normalizer.Lowercase();
                    case "StripAccents" -> new Normalizer.StripAccents();
                    case "Strip" ->
                            new Normalizer.Strip(
                                    node.path("strip_left").asBoolean(true),
                                    node.path("strip_right").asBoolean(true));
                    case "BertNormalizer" -> bert(node);
                    case "Prepend" ->
                            new Normalizer.Prepend(TokenizerFile.text(node, "prepend", field));
                    case "Replace" ->
                            new Normalizer.Replace(
                                    pattern(node.path("pattern"), field + ".pattern"),
                                    TokenizerFile.text(node, "content", field));
                    default -> throw TokenizerFile.unsupported(field + ".type", type);
                });
    }

    private static List<Normalizer> normalizers(JsonNode node, String field) {
        var parts = new ArrayList<Normalizer>();
        var list = node.path("normalizers");
        for (var i = 0; i < list.size(); i++) {
            normalizer(list.get(i), field + ".normalizers[" + i + "]").ifPresent(parts::add);
        }
        return List.copyOf(parts);
    }

    /// Accents go where the text is lowered, unless the file says otherwise.
    private static Normalizer bert(JsonNode node) {
        var lower = node.path("lowercase").asBoolean(true);
        return new BertNormalizer(
                node.path("clean_text").asBoolean(true),
                node.path("handle_chinese_chars").asBoolean(true),
                node.path("strip_accents").asBoolean(lower),
                lower);
    }

    static Optional<PreTokenizer> preTokenizer(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var type = TokenizerFile.text(node, "type", field);
        return Optional.of(
                switch (type) {
                    case "Sequence" -> new PreTokenizer.Chain(preTokenizers(node, field));
                    case "ByteLevel" -> byteLevel(node, field);
                    case "Split" -> split(node, field);
                    case "Metaspace" -> metaspace(node, field);
                    case "Digits" ->
                            cut(
                                    new SplitPattern.Each(Characters::isNumeric),
                                    node.path("individual_digits").asBoolean(false)
                                            ? SplitBehavior.ISOLATED
                                            : SplitBehavior.CONTIGUOUS);
                    case "Punctuation" ->
                            cut(
                                    new SplitPattern.Each(Characters::isPunctuation),
                                    behavior(node.path("behavior").asText("Isolated"), field));
                    case "WhitespaceSplit" -> atWhiteSpace();
                    case "BertPreTokenizer" ->
                            new PreTokenizer.Chain(
                                    List.of(
                                            atWhiteSpace(),
                                            cut(
                                                    new SplitPattern.Each(
                                                            Characters::isPunctuation),
                                                    SplitBehavior.ISOLATED)));
                    case "Whitespace" ->
                            new PreTokenizer.Cut(
                                    SplitPattern.Regex.java("\\w+|[^\\w\\s]+", field),
                                    SplitBehavior.REMOVED,
                                    SplitBehavior.Sense.GAPS);
                    default -> throw TokenizerFile.unsupported(field + ".type", type);
                });
    }

    private static List<PreTokenizer> preTokenizers(JsonNode node, String field) {
        var parts = new ArrayList<PreTokenizer>();
        var list = node.path("pretokenizers");
        for (var i = 0; i < list.size(); i++) {
            preTokenizer(list.get(i), field + ".pretokenizers[" + i + "]").ifPresent(parts::add);
        }
        return List.copyOf(parts);
    }

    private static PreTokenizer byteLevel(JsonNode node, String field) {
        var parts = new ArrayList<PreTokenizer>();
        if (node.path("add_prefix_space").asBoolean(true)) {
            parts.add(new PreTokenizer.PrefixSpace());
        }
        if (node.path("use_regex").asBoolean(true)) {
            parts.add(cut(SplitPattern.Regex.of(GPT2, field), SplitBehavior.ISOLATED));
        }
        parts.add(new PreTokenizer.SpellBytes());
        return new PreTokenizer.Chain(List.copyOf(parts));
    }

    private static PreTokenizer split(JsonNode node, String field) {
        return new PreTokenizer.Cut(
                pattern(node.path("pattern"), field + ".pattern"),
                behavior(TokenizerFile.text(node, "behavior", field), field + ".behavior"),
                node.path("invert").asBoolean(false)
                        ? SplitBehavior.Sense.GAPS
                        : SplitBehavior.Sense.MATCHES);
    }

    private static PreTokenizer metaspace(JsonNode node, String field) {
        var replacement = replacement(node, field);
        var scheme =
                node.path("prepend_scheme")
                        .asText(node.path("add_prefix_space").asBoolean(true) ? "always" : "never");
        var prepend =
                switch (scheme) {
                    case "always" -> PreTokenizer.Metaspace.Prepend.ALWAYS;
                    case "first" -> PreTokenizer.Metaspace.Prepend.FIRST;
                    case "never" -> PreTokenizer.Metaspace.Prepend.NEVER;
                    default -> throw TokenizerFile.unsupported(field + ".prepend_scheme", scheme);
                };
        var metaspace = new PreTokenizer.Metaspace(replacement.codePointAt(0), prepend);
        return node.path("split").asBoolean(true)
                ? new PreTokenizer.Chain(
                        List.of(
                                metaspace,
                                cut(
                                        new SplitPattern.Literal(replacement),
                                        SplitBehavior.MERGED_WITH_NEXT)))
                : metaspace;
    }

    static String replacement(JsonNode node, String field) {
        var replacement = TokenizerFile.text(node, "replacement", field);
        if (replacement.codePointCount(0, replacement.length()) != 1) {
            throw TokenizerFile.broken(field + ".replacement", "must be one character");
        }
        return replacement;
    }

    private static PreTokenizer atWhiteSpace() {
        return cut(new SplitPattern.Each(Characters::isWhiteSpace), SplitBehavior.REMOVED);
    }

    private static PreTokenizer cut(SplitPattern pattern, SplitBehavior behavior) {
        return new PreTokenizer.Cut(pattern, behavior, SplitBehavior.Sense.MATCHES);
    }

    static SplitPattern pattern(JsonNode node, String field) {
        if (node.path("String").isTextual()) {
            return new SplitPattern.Literal(node.path("String").asText());
        }
        if (node.path("Regex").isTextual()) {
            return SplitPattern.Regex.of(node.path("Regex").asText(), field + ".Regex");
        }
        if (node.isTextual()) {
            return SplitPattern.Regex.of(Pattern.quote(node.asText()), field);
        }
        throw TokenizerFile.broken(field, "must hold a String or a Regex");
    }

    private static SplitBehavior behavior(String name, String field) {
        return switch (name) {
            case "Removed" -> SplitBehavior.REMOVED;
            case "Isolated" -> SplitBehavior.ISOLATED;
            case "MergedWithPrevious" -> SplitBehavior.MERGED_WITH_PREVIOUS;
            case "MergedWithNext" -> SplitBehavior.MERGED_WITH_NEXT;
            case "Contiguous" -> SplitBehavior.CONTIGUOUS;
            default -> throw TokenizerFile.unsupported(field, name);
        };
    }
}
