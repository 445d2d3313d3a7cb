package dev.whetstone.services.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingCacheTest {
    private final ReadingCache cache = new ReadingCache(2);
    private int read;

    private void get(String text, String wordLists) {
        SentenceReader.Understood unused =
                cache.get(
                        new ReadingCache.Key(
                                new UUID(0, 1),
                                Ranking.prefer(0, 1),
                                Box.WORSE,
                                text,
                                Map.of(),
                                wordLists),
                        () -> {
                            read++;
                            return new SentenceReader.Understood(List.of(), List.of(), List.of());
                        });
    }

    @Test
    void aSentenceIsReadOnce() {
        get("too long", "a");
        get("too long", "a");
        assertThat(read).isEqualTo(1);
    }

    @Test
    void otherWordListsMakeItReadAnew() {
        get("too long", "a");
        get("too long", "b");
        assertThat(read).isEqualTo(2);
    }

    @Test
    void theLeastRecentlyUsedIsForgotten() {
        get("one", "a");
        get("two", "a");
        get("one", "a");
        get("three", "a");
        get("one", "a");
        assertThat(read).isEqualTo(3);
        get("two", "a");
        assertThat(read).isEqualTo(4);
    }
}
