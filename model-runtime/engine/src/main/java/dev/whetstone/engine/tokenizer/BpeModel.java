package dev.whetstone.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.OptionalInt;

/// Byte-pair encoding as in Hugging Face tokenizers: the symbols of a piece are merged in the
/// order of the merges' ranks, the leftmost first among equals.
final class BpeModel implements SubwordModel {
    /// @param unknown id for what the vocabulary lacks
    /// @param fuseUnknown whether neighbours that it lacks become one token
    /// @param byteFallback whether it spells them as `<0xHH>` instead
    /// @param wholeFirst whether a piece that is an entry is taken without merging
    record Options(
            OptionalInt unknown, boolean fuseUnknown, boolean byteFallback, boolean wholeFirst) {}

    private final Map<String, Integer> vocabulary;
    private final PairTable merges;
    private final Options options;
    private final ByteSpelling bytes;

    BpeModel(Map<String, Integer> vocabulary, PairTable merges, Options options) {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.options = options;
        this.bytes = options.byteFallback ? ByteSpelling.of(vocabulary) : ByteSpelling.NONE;
    }

    @Override
    public void encode(AlignedText piece, EncodingBuilder tokens) {
        if (piece.isEmpty()) {
            return;
        }
        if (options.wholeFirst) {
            var whole = vocabulary.get(piece.toString());
            if (whole != null) {
                tokens.add(whole, piece.start(0), piece.end(piece.length() - 1), 0);
                return;
            }
        }
        var symbols = symbols(piece);
        symbols.merge(merges);
        symbols.copyTo(tokens);
    }

    private BpeSymbols symbols(AlignedText piece) {
        var symbols = new BpeSymbols(piece.length());
        var lastWasUnknown = false;
        for (var i = 0; i < piece.length(); i++) {
            var character = Character.toString(piece.codePoint(i));
            var id = vocabulary.get(character);
            if (id != null) {
                symbols.add(id, piece.start(i), piece.end(i));
                lastWasUnknown = false;
            } else if (spellBytes(character, piece.start(i), piece.end(i), symbols)) {
                lastWasUnknown = false;
            } else if (options.unknown.isPresent()) {
                if (lastWasUnknown && options.fuseUnknown) {
                    symbols.extendLast(piece.end(i));
                } else {
                    symbols.add(options.unknown.getAsInt(), piece.start(i), piece.end(i));
                }
                lastWasUnknown = true;
            }
        }
        return symbols;
    }

    private boolean spellBytes(String character, int start, int end, BpeSymbols symbols) {
        var spelled = bytes.ids(character.getBytes(UTF_8));
        for (var id : spelled) {
            symbols.add(id, start, end);
        }
        return spelled.length > 0;
    }
}
