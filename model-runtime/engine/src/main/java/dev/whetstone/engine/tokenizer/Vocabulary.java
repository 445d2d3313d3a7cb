package dev.whetstone.engine.tokenizer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Ids of tokens and tokens of ids, added tokens included.
public final class Vocabulary {
    private final Map<String, Integer> model;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<String, AddedToken> added = new LinkedHashMap<>();
    private final Map<Integer, AddedToken> addedById = new HashMap<>();
    private final int size;

    /// @param textOf what an added token is decoded to
    Vocabulary(
            Map<String, Integer> model,
            Collection<AddedToken> addedTokens,
            Function<AddedToken, String> textOf) {
        this.model = model;
        model.forEach((text, id) -> texts.put(id, text));
        for (var token : addedTokens) {
            added.put(token.content(), token);
            addedById.put(token.id(), token);
            texts.put(token.id(), textOf.apply(token));
        }
        size = texts.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
    }

    /// One more than the largest id.
    public int size() {
        return size;
    }

    /// How many ids have a text.
    public int tokens() {
        return texts.size();
    }

    public OptionalInt id(String token) {
        var special = added.get(token);
        if (special != null) {
            return OptionalInt.of(special.id());
        }
        var id = model.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    public Optional<String> token(int id) {
        return Optional.ofNullable(texts.get(id));
    }

    /// Whether it is a control token, left out of decoded texts.
    public boolean isSpecial(int id) {
        var token = addedById.get(id);
        return token != null && token.special();
    }

    public Collection<AddedToken> added() {
        return java.util.List.copyOf(added.values());
    }
}
