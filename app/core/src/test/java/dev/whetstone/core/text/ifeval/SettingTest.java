package dev.whetstone.core.text.ifeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingTest {
    @Test
    void everyInstructionHasUsableInitialValuesAndANameOfItsOwn() {
        assertThat(Instruction.values()).hasSize(25);
        assertThat(Instruction.ids()).doesNotHaveDuplicates();
        for (Instruction instruction : Instruction.values()) {
            assertThat(Setting.of(instruction, Map.of()).values())
                    .hasSameSizeAs(instruction.parameters());
            assertThat(Instruction.of(instruction.registeredId())).contains(instruction);
        }
    }

    @Test
    void refusesAValueThatDoesNotFitAndNamesTheParameter() {
        assertThatThrownBy(() -> of(Instruction.NUMBER_WORDS, "num_words", "many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number_words: num_words is a whole number, not many");
        assertThatThrownBy(() -> of(Instruction.NUMBER_WORDS, "relation", "about"))
                .hasMessageContaining("relation is “at least” or “less than”, not about");
        assertThatThrownBy(() -> of(Instruction.NUMBER_WORDS, "words", "3"))
                .hasMessage("number_words has no parameter words; it has relation, num_words");
        assertThatThrownBy(() -> of(Instruction.KEYWORDS, "keywords", " "))
                .hasMessageContaining("keywords is words, separated by |");
    }

    private static Setting of(Instruction instruction, String name, String value) {
        return Setting.of(instruction, Map.of(name, List.of(value)));
    }
}
