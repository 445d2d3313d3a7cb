package dev.whetstone.core.lf.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.ifeval.Instruction;
import dev.whetstone.core.text.ifeval.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstructionRulesTest {
    private static final TextFeatures NOTHING = new TextFeatures("");

    @Test
    void everyInstructionIsARuleInEveryReading() throws Exception {
        for (Instruction instruction : Instruction.values()) {
            for (InstructionReading reading : InstructionReading.values()) {
                String text = InstructionRules.of(Setting.of(instruction, Map.of()), reading);
                assertThat(RulePrinter.print(RuleParser.parse(text))).isEqualTo(text);
            }
        }
    }

    @Test
    void compatibleReadingsDecideAsRecordedOfThePublishedChecker() throws Exception {
        for (JsonNode each : cases()) {
            Setting setting = setting(each);
            String response = each.path("response").asText();
            assertThat(meets(setting, InstructionReading.COMPATIBLE, response))
                    .as("strict %s", each)
                    .isEqualTo(each.path("strict").asBoolean());
            assertThat(meets(setting, InstructionReading.COMPATIBLE_LOOSE, response))
                    .as("loose %s", each)
                    .isEqualTo(each.path("loose").asBoolean());
        }
    }

    @Test
    void ourOwnStrictReadingDiffersOnlyWhereThePublishedOneHasAQuirk() throws Exception {
        List<String> differing = new ArrayList<>();
        int cases = 0;
        for (JsonNode each : cases()) {
            cases++;
            String response = each.path("response").asText();
            if (meets(setting(each), InstructionReading.STRICT, response)
                    != each.path("strict").asBoolean()) {
                differing.add(
                        each.path("kind").asText().replaceFirst(".*:", "")
                                + " | "
                                + response.replace("\n", "\\n"));
            }
        }
        assertThat(differing.size()).as("%s", differing).isLessThanOrEqualTo(cases / 4);
        assertThat(differing)
                .contains(
                        "existence | Here is some INFORMATION for you.",
                        "number_bullet_lists | • a\\n• b",
                        "number_paragraphs | First paragraph.\\n\\nSecond paragraph.",
                        "title | Shift left with x << 2 and right with x >> 2.",
                        "response_language | 12345 67890");
    }

    @Test
    void aLooseReadingHoldsWhereverAStrictOneDoes() throws Exception {
        for (JsonNode each : cases()) {
            String response = each.path("response").asText();
            Setting setting = setting(each);
            if (!response.isBlank() && meets(setting, InstructionReading.STRICT, response)) {
                assertThat(meets(setting, InstructionReading.LOOSE, response))
                        .as("%s", each)
                        .isTrue();
            }
        }
    }

    @Test
    void aPhraseThatNoRuleCanHoldIsRefused() {
        Setting setting =
                Setting.of(Instruction.END_CHECKER, Map.of("end_phrase", List.of("x".repeat(301))));
        assertThatThrownBy(() -> InstructionRules.of(setting, InstructionReading.STRICT))
                .isInstanceOf(RuleTypeException.class)
                .hasMessageContaining("1 to 300 characters");
    }

    private static boolean meets(Setting setting, InstructionReading reading, String response)
            throws Exception {
        Rule rule = RuleParser.parse(InstructionRules.of(setting, reading));
        return new RuleCompiler(Concepts.NONE)
                        .compile(rule)
                        .judge(NOTHING, new TextFeatures(response), NOTHING)
                == 1;
    }

    private static JsonNode cases() throws Exception {
        Path folder =
                Path.of(System.getProperty("golden.labels", "src/test/resources/golden/labels"));
        return new ObjectMapper().readTree(folder.resolve("ifeval.json").toFile()).path("cases");
    }

    private static Setting setting(JsonNode each) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        each.path("arguments")
                .properties()
                .forEach(
                        entry -> {
                            List<String> texts = new ArrayList<>();
                            if (entry.getValue().isArray()) {
                                entry.getValue().forEach(text -> texts.add(text.asText()));
                            } else {
                                texts.add(entry.getValue().asText());
                            }
                            values.put(entry.getKey(), texts);
                        });
        return new Setting(Instruction.of(each.path("kind").asText()).orElseThrow(), values);
    }
}
