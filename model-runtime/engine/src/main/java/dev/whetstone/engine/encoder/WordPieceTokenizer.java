package dev.whetstone.engine.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// WordPiece (Wu et al. 2016) as in a Hugging Face `tokenizer.json` of BERT: longest match
/// first within a word, `##` before pieces that continue one.
final class WordPieceTokenizer {
    private final Map<String, Integer> vocabulary;
    private final List<String> special;
    private final String prefix;
    private final int longestWord;
    private final int longestPiece;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPieceTokenizer(
            Map<String, Integer> vocabulary,
            List<String> special,
            String prefix,
            int longestWord,
            int unknown,
            int start,
            int end) {
        this.vocabulary = vocabulary;
        this.special = special;
        this.prefix = prefix;
        this.longestWord = longestWord;
        this.longestPiece = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.unknown = unknown;
        this.start = start;
        this.end = end;
    }

    /// @throws IOException when the file is no WordPiece tokenizer; the message names the field
    static WordPieceTokenizer read(InputStream json) throws IOException {
        JsonNode file = new ObjectMapper().readTree(json);
        JsonNode model = file.path("model");
        if (!model.path("type").asText().equals("WordPiece")) {
            throw new IOException("tokenizer.json: model.type is not WordPiece");
        }
        Map<String, Integer> vocabulary = new HashMap<>();
        model.path("vocab")
                .properties()
                .forEach(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
        List<String> special =
                file.path("added_tokens")
                        .valueStream()
                        .map(token -> token.path("content").asText())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        return new WordPieceTokenizer(
                vocabulary,
                special,
                model.path("continuing_subword_prefix").asText("##"),
                model.path("max_input_chars_per_word").asInt(100),
                id(vocabulary, model.path("unk_token").asText("[UNK]")),
                id(vocabulary, "[CLS]"),
                id(vocabulary, "[SEP]"));
    }

    /// Token ids, from `[CLS]` to `[SEP]`, at most `maxTokens` of them; the text's end is cut off.
    long[] encode(String text, int maxTokens) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        split(text, ids, maxTokens - 1);
        int kept = Math.min(ids.size(), maxTokens - 1);
        long[] result = new long[kept + 1];
        for (int i = 0; i < kept; i++) {
            result[i] = ids.get(i);
        }
        result[kept] = end;
        return result;
    }

    /// Special tokens written out in a text count as themselves, as in the reference tokenizer.
    private void split(String text, List<Integer> ids, int limit) {
        int from = 0;
        while (from < text.length() && ids.size() < limit) {
            int at = text.length();
            String found = "";
            for (String token : special) {
                int next = text.indexOf(token, from);
                if (next >= 0 && next < at) {
                    at = next;
                    found = token;
                }
            }
            for (String word : BertText.words(text.substring(from, at))) {
                if (ids.size() >= limit) {
                    return;
                }
                pieces(word, ids);
            }
            if (!found.isEmpty()) {
                ids.add(vocabulary.getOrDefault(found, unknown));
            }
            from = at + found.length();
        }
    }

    private void pieces(String word, List<Integer> ids) {
        if (word.codePointCount(0, word.length()) > longestWord) {
            ids.add(unknown);
            return;
        }
        int before = ids.size();
        int from = 0;
        while (from < word.length()) {
            int to = Math.min(word.length(), from + longestPiece);
            @Nullable Integer id = null;
            while (to > from) {
                String piece = (from == 0 ? "" : prefix) + word.substring(from, to);
                id = vocabulary.get(piece);
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(id);
            from = to;
        }
    }

    private static int id(Map<String, Integer> vocabulary, String token) throws IOException {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IOException("tokenizer.json: model.vocab has no " + token);
        }
        return id;
    }
}
