package dev.whetstone.engine.job;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Padding;
import dev.whetstone.engine.text.ModelText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Chooses the token that fills up rows of a reward model. It must end no text: Transformers scores
/// a row at its last token that is not padding, and many models name the very token that ends an
/// answer.
final class RewardPadding {
    private static final List<String> SPARE = List.of("pad", "reserved", "unused", "extra");

    private final ModelText text;
    private final Set<Integer> ends;

    /// @param texts all that are trained on
    RewardPadding(ModelText text, List<int[]> texts) {
        this.text = text;
        this.ends = new HashSet<>(text.stops());
        texts.forEach(ids -> ends.add(ids[ids.length - 1]));
    }

    /// The first that will do: the wanted one, the one that the model names, an added token that is
    /// for this or for nothing, the unknown token.
    ///
    /// @param wanted a token's text; empty for none
    /// @param named by config.json, or negative
    /// @throws RuntimeFailure `reward.padding` where the wanted one ends texts or is none, or where
    ///     none will do
    Padding choose(String wanted, int named) {
        if (!wanted.isEmpty()) {
            var id = text.tokenizer().vocabulary().id(wanted);
            if (id.isEmpty() || ends.contains(id.getAsInt())) {
                throw wrong(
                        "'"
                                + wanted
                                + (id.isEmpty()
                                        ? "' is no token of this model"
                                        : "' ends texts, which are scored there"));
            }
            return new Padding(id.getAsInt(), wanted);
        }
        var candidates = new ArrayList<Integer>();
        candidates.add(named);
        text.special("pad_token").ifPresent(candidates::add);
        for (var word : SPARE) {
            text.tokenizer().addedIds().entrySet().stream()
                    .filter(token -> token.getKey().toLowerCase(Locale.ROOT).contains(word))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.naturalOrder())
                    .forEach(candidates::add);
        }
        text.special("unk_token").ifPresent(candidates::add);
        for (int id : candidates) {
            var token = text.tokenizer().vocabulary().token(id);
            if (token.isPresent() && !ends.contains(id)) {
                return new Padding(id, token.get());
            }
        }
        throw wrong("the model has no token that could fill up rows and ends no text");
    }

    private static RuntimeFailure wrong(String problem) {
        return new RuntimeFailure(
                "reward.padding", problem, "name a token that no text ends with: --padding TOKEN");
    }
}
