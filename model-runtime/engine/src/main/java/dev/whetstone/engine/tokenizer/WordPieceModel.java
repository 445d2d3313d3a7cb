package dev.whetstone.engine.tokenizer;

import java.util.Map;

/// WordPiece as in Hugging Face tokenizers: the longest entry first; entries that continue a word
/// begin with `prefix`. A word that cannot be cut whole is one unknown token.
///
/// @param longest in code points; longer words are unknown
record WordPieceModel(Map<String, Integer> vocabulary, String prefix, int unknown, int longest)
        implements SubwordModel {
    @Override
    public void encode(AlignedText piece, EncodingBuilder tokens) {
        if (piece.isEmpty()) {
            return;
        }
        var parts = new EncodingBuilder();
        if (piece.length() <= longest && cut(piece, parts)) {
            tokens.addAll(parts.build(), 0);
        } else {
            tokens.add(unknown, piece.start(0), piece.end(piece.length() - 1), 0);
        }
    }

    private boolean cut(AlignedText piece, EncodingBuilder parts) {
        for (var from = 0; from < piece.length(); ) {
            var to = piece.length();
            while (to > from && !vocabulary.containsKey(entry(piece, from, to))) {
                to--;
            }
            if (to == from) {
                return false;
            }
            parts.add(id(entry(piece, from, to)), piece.start(from), piece.end(to - 1), 0);
            from = to;
        }
        return true;
    }

    private int id(String entry) {
        return vocabulary.getOrDefault(entry, unknown);
    }

    private String entry(AlignedText piece, int from, int to) {
        var text = piece.slice(from, to).toString();
        return from == 0 ? text : prefix + text;
    }
}
