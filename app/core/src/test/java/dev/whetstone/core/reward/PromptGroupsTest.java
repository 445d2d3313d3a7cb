package dev.whetstone.core.reward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptGroupsTest {
    @Test
    void theFirstHumanTurnOfAConversation() {
        String first = "\n\nHuman: What is 2 + 2?\n\nAssistant: It is 4.\n\nHuman: And 3 + 3?";
        String second = "\n\nHuman: What is 2 + 2?\n\nAssistant: Four.\n\nHuman: And 3 + 3?";
        assertThat(PromptGroups.of(first)).isEqualTo("What is 2 + 2?");
        assertThat(PromptGroups.of(second)).isEqualTo(PromptGroups.of(first));
        assertThat(PromptGroups.of("user: What is 2 + 2?\n\nassistant: 4\n\nuser: Sure?"))
                .isEqualTo("What is 2 + 2?");
        assertThat(PromptGroups.of("system: Be brief.\n\nuser: What is 2 + 2?"))
                .isEqualTo("What is 2 + 2?");
    }

    @Test
    void aPlainPromptIsItsOwnGroup() {
        assertThat(PromptGroups.of(" Name a Human: any.\n")).isEqualTo("Name a Human: any.");
    }
}
