package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Sentences that were read before. Reading is the dear part of understanding, some milliseconds a
/// sentence, and depends on nothing that a person changes while judging or accepting rules.
final class ReadingCache {
    private final Map<Key, SentenceReader.Understood> known;

    /// Everything that a reading depends on; a comparison's texts never change.
    ///
    /// @param wordLists fingerprint of the project's word lists
    record Key(
            UUID comparison,
            Ranking ranking,
            Box box,
            String text,
            Map<String, String> answers,
            String wordLists) {
        Key {
            answers = Map.copyOf(answers);
        }
    }

    /// @param most the least recently used is dropped beyond it
    ReadingCache(int most) {
        this.known =
                new LinkedHashMap<>(16, .75f, true) {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<Key, SentenceReader.Understood> eldest) {
                        return size() > most;
                    }
                };
    }

    /// What is known, or else what `read` says, which may be asked twice by two threads.
    SentenceReader.Understood get(Key key, Supplier<SentenceReader.Understood> read) {
        synchronized (known) {
            SentenceReader.Understood found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        SentenceReader.Understood fresh = read.get();
        synchronized (known) {
            known.put(key, fresh);
        }
        return fresh;
    }
}
