package dev.whetstone.engine.job;

import dev.whetstone.engine.align.SelfCheck;
import dev.whetstone.engine.align.SelfTest;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.text.TokenizedExchange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a training checks of its pairs in tokens, before a weight is read. That the prompt's text
/// begins the text of prompt and response, and that no two begin tokens stand first, [ModelText]
/// sees to for every text.
final class TextChecks {
    private static final List<SelfCheck> CHECKS =
            List.of(SelfCheck.PROMPT_IS_PREFIX, SelfCheck.ONE_BEGIN, SelfCheck.RESPONSE_ENDS);

    private final ModelText text;
    private final Map<SelfCheck, List<String>> wrong = new EnumMap<>(SelfCheck.class);

    TextChecks(ModelText text) {
        this.text = text;
        CHECKS.forEach(check -> wrong.put(check, new ArrayList<>()));
    }

    /// @param line holds the prompt
    /// @param exchange of it and one response
    void add(JsonLines.Line line, TokenizedExchange exchange) {
        String place = "line " + line.number();
        if (!begins(exchange.prompt(), text.prompt(line.field("prompt")))) {
            note(SelfCheck.PROMPT_IS_PREFIX, place);
        }
        if (text.begin().isPresent() && beginsAgain(exchange, text.begin().getAsInt())) {
            note(SelfCheck.ONE_BEGIN, place);
        }
        var ids = exchange.completion();
        if (ids.length == 0 || !text.stops().contains(ids[ids.length - 1])) {
            note(SelfCheck.RESPONSE_ENDS, place);
        }
    }

    /// @throws dev.whetstone.engine.control.RuntimeFailure `self-test` naming the lines that fail
    List<SelfTest> require() {
        return CHECKS.stream()
                .map(
                        check -> {
                            var places = wrong.getOrDefault(check, List.of());
                            return check.found(places.size(), 0)
                                    .require(advice(check) + "; see " + first(places));
                        })
                .toList();
    }

    private void note(SelfCheck check, String place) {
        var places = wrong.get(check);
        if (places != null && !places.contains(place)) {
            places.add(place);
        }
    }

    /// The training's prompt may end earlier, where a token spans the border to the response.
    private static boolean begins(int[] trained, int[] answered) {
        var differ = java.util.Arrays.mismatch(trained, answered);
        return differ < 0 || differ == trained.length;
    }

    /// A begin token that ends texts as well, as GPT-2's does, may stand at the end.
    private boolean beginsAgain(TokenizedExchange exchange, int begin) {
        var last = exchange.completion().length - 1;
        for (var i = 0; i <= last; i++) {
            if (exchange.completion()[i] == begin && !(i == last && text.stops().contains(begin))) {
                return true;
            }
        }
        return exchange.prompt().length > 1
                && exchange.prompt()[0] == begin
                && exchange.prompt()[1] == begin;
    }

    private static String advice(SelfCheck check) {
        return switch (check) {
            case PROMPT_IS_PREFIX -> "the chat template writes an answered prompt in another way";
            case ONE_BEGIN -> "take the begin token out of the texts";
            default -> "give the model an eos_token in tokenizer_config.json";
        };
    }

    private static String first(List<String> places) {
        var some = String.join(", ", places.stream().limit(5).toList());
        return places.size() <= 5 ? some : some + " and " + (places.size() - 5) + " more";
    }
}
