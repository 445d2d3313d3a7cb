package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDiffTest {
    @Test
    void onlyWhatTheOtherLacksIsMarked() {
        String left = "We will pay for the floor.";
        String right = "We will not pay for the new floor.";
        TextDiff diff = TextDiff.between(left, right);
        assertThat(diff.left()).isEmpty();
        assertThat(diff.right().stream().map(s -> right.substring(s.start(), s.end())))
                .containsExactly("not", "new");
    }

    @Test
    void whiteSpaceDoesNotCount() {
        TextDiff diff = TextDiff.between("a  b\n\nc", "a b c");
        assertThat(diff.left()).isEmpty();
        assertThat(diff.right()).isEmpty();
    }
}
