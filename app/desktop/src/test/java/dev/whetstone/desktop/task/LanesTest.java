package dev.whetstone.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();
    private final Runnable first = () -> {};
    private final Runnable second = () -> {};
    private final Runnable third = () -> {};

    @Test
    void onlyTheNewestOfWhatWaitsIsStarted() {
        assertThat(lanes.enter("understand", first)).containsSame(first);
        assertThat(lanes.enter("understand", second)).isEmpty();
        assertThat(lanes.enter("understand", third)).isEmpty();
        assertThat(lanes.leave("understand")).containsSame(third);
        assertThat(lanes.leave("understand")).isEmpty();
    }

    @Test
    void keysDoNotWaitForEachOther() {
        assertThat(lanes.enter("understand", first)).isPresent();
        assertThat(lanes.enter("rules", second)).containsSame(second);
    }

    @Test
    void afterTheLastOneAnotherStartsAtOnce() {
        assertThat(lanes.enter("understand", first)).isPresent();
        assertThat(lanes.leave("understand")).isEmpty();
        assertThat(lanes.enter("understand", second)).containsSame(second);
    }
}
