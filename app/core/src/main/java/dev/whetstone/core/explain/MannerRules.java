package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Quality;
import java.util.List;

/// How a thing is said: adverbs ("replies politely") and qualities as nouns ("lacks clarity").
final class MannerRules {
    private MannerRules() {}

    static void addTo(Grammar g) {
        adverbs(g);
        nouns(g);
    }

    private static void adverbs(Grammar g) {
        for (Category verb : List.of(V_REPLY, V_WRITE, V_HAVE)) {
            g.add(VP, 0, from(1, Quality.class, QualityRules::plain), verb, ADVERB);
            g.add(
                    VP,
                    0,
                    from(2, Quality.class, q -> QualityRules.plain(q, MORE)),
                    verb,
                    MORE,
                    ADVERB);
            g.add(VP, 0, from(2, Quality.class, QualityRules::plain), verb, TOO, ADVERB);
            g.add(VP, 0, from(1, Quality.class, QualityRules::plain), verb, ADVERB, ENOUGH);
        }
        g.add(DESCRIPTION, 0, from(0, Quality.class, QualityRules::plain), ADVERB, V_REPLY);
        g.add(DESCRIPTION, 0, from(1, Quality.class, QualityRules::plain), TOO, ADVERB, V_REPLY);
        g.add(
                DESCRIPTION,
                0,
                from(1, Quality.class, q -> QualityRules.plain(q, MORE)),
                MORE,
                ADVERB,
                V_REPLY);
    }

    private static void nouns(Grammar g) {
        Production.Combine without =
                from(
                        1,
                        Quality.class,
                        q ->
                                QualityRules.plain(q).stream()
                                        .flatMap(m -> QualityRules.negate(m).stream())
                                        .toList());
        g.add(DESCRIPTION, 0, without, NO, QUALITY_NOUN);
        g.add(VP, 0, without, V_LACK, QUALITY_NOUN);
        g.add(DESCRIPTION, 0, from(1, Quality.class, QualityRules::plain), ANY, QUALITY_NOUN);
        g.add(VP, 0, from(1, Quality.class, QualityRules::plain), V_HAVE, QUALITY_NOUN);
        g.add(VP, 0, from(1, Quality.class, QualityRules::plain), HAVE, QUALITY_NOUN);
        g.add(DESCRIPTION, 0.02, from(0, Quality.class, QualityRules::plain), QUALITY_NOUN);
        g.add(
                DESCRIPTION,
                0,
                from(1, Quality.class, q -> QualityRules.plain(q, MORE)),
                MORE,
                QUALITY_NOUN);
        g.add(
                DESCRIPTION,
                0,
                from(1, Quality.class, q -> QualityRules.lesser(q)),
                LESS,
                QUALITY_NOUN);
        g.add(DESCRIPTION, 0, from(1, Quality.class, QualityRules::plain), MANY, QUALITY_NOUN);
        g.add(DESCRIPTION, 0, from(1, Quality.class, QualityRules::lacking), FEW, QUALITY_NOUN);
    }
}
