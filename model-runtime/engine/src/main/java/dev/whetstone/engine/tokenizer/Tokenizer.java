package dev.whetstone.engine.tokenizer;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model's tokenizer. Immutable; may be used by several threads.
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final @Nullable Normalizer normalizer;
    private final @Nullable PreTokenizer preTokenizer;
    private final SubwordModel model;
    private final PostTemplate post;
    private final TokenDecoder decoder;
    private final AddedTokenFinder inRaw;
    private final AddedTokenFinder inNormalized;

    Tokenizer(
            Vocabulary vocabulary,
            Optional<Normalizer> normalizer,
            Optional<PreTokenizer> preTokenizer,
            SubwordModel model,
            PostTemplate post,
            TokenDecoder decoder) {
        this.vocabulary = vocabulary;
        this.normalizer = normalizer.orElse(null);
        this.preTokenizer = preTokenizer.orElse(null);
        this.model = model;
        this.post = post;
        this.decoder = decoder;
        var raw = new HashMap<AlignedText, AddedToken>();
        var normalized = new HashMap<AlignedText, AddedToken>();
        for (var token : vocabulary.added()) {
            var content = AlignedText.of(token.content());
            if (token.normalized()) {
                normalized.put(normalize(content), token);
            } else {
                raw.put(content, token);
            }
        }
        inRaw = new AddedTokenFinder(raw);
        inNormalized = new AddedTokenFinder(normalized);
    }

    /// Reads `tokenizer.json` of a model folder.
    ///
    /// @throws RuntimeFailure `tokenizer.missing`, `tokenizer.format` (broken) or
    ///     `tokenizer.unsupported` (a part that is not known here), naming the field
    public static Tokenizer ofFolder(Path folder) throws IOException {
        return TokenizerFile.read(folder.resolve("tokenizer.json"));
    }

    /// Reads one `tokenizer.json`; fails as [#ofFolder].
    public static Tokenizer ofFile(Path file) throws IOException {
        return TokenizerFile.read(file);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Ids without anything added. Added tokens in the text are found, special ones too.
    public int[] ids(String text) {
        return encode(text).ids();
    }

    /// Without anything added around it.
    public Encoding encode(String text) {
        var tokens = new EncodingBuilder();
        for (var stretch : inRaw.cut(AlignedText.of(text))) {
            if (stretch.id().isPresent()) {
                addWhole(stretch.id().getAsInt(), stretch.text(), tokens);
            } else {
                encodeNormalized(normalize(stretch.text()), tokens);
            }
        }
        return tokens.build();
    }

    /// With the tokens that the post-processor puts around a text, e.g. a beginning of text.
    public Encoding encodeWithSpecial(String text) {
        return post.apply(List.of(encode(text)));
    }

    /// A pair, with the tokens that the post-processor puts around its texts.
    public Encoding encodePair(String first, String second) {
        return post.apply(List.of(encode(first), encode(second)));
    }

    /// The text of ids. Ids without a text are passed over.
    public String decode(int[] ids, Special special) {
        var tokens = new ArrayList<String>(ids.length);
        for (var id : ids) {
            if (special == Special.KEEP || !vocabulary.isSpecial(id)) {
                vocabulary.token(id).ifPresent(tokens::add);
            }
        }
        return String.join("", decoder.apply(tokens));
    }

    /// What becomes of control tokens when ids are decoded.
    public enum Special {
        KEEP,
        DROP
    }

    private void encodeNormalized(AlignedText text, EncodingBuilder tokens) {
        for (var stretch : inNormalized.cut(text)) {
            if (stretch.id().isPresent()) {
                addWhole(stretch.id().getAsInt(), stretch.text(), tokens);
            } else if (preTokenizer == null) {
                model.encode(stretch.text(), tokens);
            } else {
                preTokenizer.split(stretch.text()).forEach(piece -> model.encode(piece, tokens));
            }
        }
    }

    private AlignedText normalize(AlignedText text) {
        return normalizer == null ? text : normalizer.apply(text);
    }

    private static void addWhole(int id, AlignedText text, EncodingBuilder tokens) {
        tokens.add(id, text.start(0), text.end(text.length() - 1), 0);
    }

    /// Ids by content of all added tokens, e.g. for a preview that shows them.
    public Map<String, Integer> addedIds() {
        var ids = new java.util.LinkedHashMap<String, Integer>();
        vocabulary.added().forEach(token -> ids.put(token.content(), token.id()));
        return ids;
    }
}
