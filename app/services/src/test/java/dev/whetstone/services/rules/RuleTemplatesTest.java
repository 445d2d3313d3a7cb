package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.lf.template.InstructionReading;
import dev.whetstone.services.failure.ServiceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTemplatesTest {
    private final RuleTemplates templates = new RuleTemplates();

    @Test
    void everyInstructionStandsInItsGroupWithPlainWordsAndARule() {
        List<RuleTemplate> all =
                templates.groups().values().stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(26).doesNotHaveDuplicates();
        assertThat(templates.groups())
                .containsKeys("prompt", "keywords", "length_constraints", "punctuation");
        assertThat(all).allSatisfy(each -> assertThat(each.title()).isNotBlank());
        assertThat(all)
                .allSatisfy(
                        each ->
                                assertThat(
                                                templates.rule(
                                                        each.id(),
                                                        Map.of(),
                                                        InstructionReading.STRICT))
                                        .isEqualTo(each.rule()));
    }

    @Test
    void valuesBecomePartOfTheRule() {
        assertThat(
                        templates.rule(
                                "number_words",
                                Map.of("num_words", "300", "relation", "less than"),
                                InstructionReading.STRICT))
                .isEqualTo("good(X) when words(X) < 300");
        assertThat(
                        templates.rule(
                                "keywords:forbidden_words",
                                Map.of("forbidden_words", "Cheap | free"),
                                InstructionReading.LOOSE))
                .isEqualTo(
                        "good(X) when some(variants_of(X), not contains(it, {\"cheap\", \"free\"}))");
        assertThat(templates.rule("number_words", Map.of(), InstructionReading.COMPATIBLE))
                .isEqualTo("good(X) when ifeval(X, number_words, \"at least\", 100)");
    }

    @Test
    void refusesWhatItDoesNotKnowAndSaysWhatItDoes() {
        assertThatThrownBy(() -> templates.rule("no_coma", Map.of(), InstructionReading.STRICT))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("template.unknown");
                            assertThat(e.advice()).contains("no_comma");
                        });
        assertThatThrownBy(
                        () ->
                                templates.rule(
                                        "number_words",
                                        Map.of("num_words", "few"),
                                        InstructionReading.STRICT))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("num_words is a whole number, not few");
    }
}
