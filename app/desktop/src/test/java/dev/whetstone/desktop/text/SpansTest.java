package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
    @Test
    void overlappingLayersAreCutAndJoined() {
        List<Span> flat = Spans.flatten(10, List.of(Span.of(0, 6, "a"), Span.of(4, 20, "b")));
        assertThat(flat)
                .containsExactly(
                        Span.of(0, 4, "a"), new Span(4, 6, List.of("a", "b")), Span.of(6, 10, "b"));
    }

    @Test
    void theWholeTextIsCovered() {
        assertThat(Spans.flatten(3, List.of())).containsExactly(new Span(0, 3, List.of()));
        assertThat(Spans.flatten(0, List.of(Span.of(0, 5, "a")))).isEmpty();
    }
}
