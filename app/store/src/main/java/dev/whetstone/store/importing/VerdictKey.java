package dev.whetstone.store.importing;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.store.content.ContentHash;

/// What a verdict says, apart from who said it and when: two verdicts of one key repeat each other.
record VerdictKey(ContentHash hash) {
    static VerdictKey of(Judgement judgement) {
        ContentHash.Builder hash =
                ContentHash.builder()
                        .add(judgement.ranking().toString())
                        .add(judgement.strength().name())
                        .add(judgement.acceptable().name())
                        .add(Boolean.toString(judgement.bothBad()))
                        .add(Double.toString(judgement.certainty()))
                        .add(judgement.explanation().box().name())
                        .add(judgement.explanation().text())
                        .add(judgement.explanation().spans().toString());
        judgement.explanation().tags().forEach(hash::add);
        return new VerdictKey(hash.build());
    }
}
