package dev.whetstone.core.lf.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.english.RuleEnglish;
import dev.whetstone.core.lf.naming.RuleNames;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetectorSyntaxTest {
    private static String english(String rule) throws Exception {
        return RuleEnglish.of(RuleParser.parse(rule), SlotValues.NONE);
    }

    @Test
    void namesTheDetectorsOfARule() throws Exception {
        assertThat(
                        Terms.detectors(
                                RuleParser.parse(
                                        "good(X) when detects(X, #polite) and score(P, #angry) > 0.7")))
                .containsExactly("polite", "angry");
    }

    @Test
    void saysWhatADetectorFinds() throws Exception {
        assertThat(english("good(X) when detects(X, #too_salesy)"))
                .contains("the response reads as “too salesy” (detector)");
        assertThat(english("bad(X) when not detects(X, #polite)"))
                .contains("the response does not read as “polite” (detector)");
        assertThat(english("good(X) when score(X, #polite) >= ?t"))
                .contains("reads as “polite” (detector)");
        assertThat(english("prefer higher score(X, #polite) by 0.2"))
                .contains("higher “polite” score (detector)");
    }

    @Test
    void namesRulesAfterTheDetector() throws Exception {
        assertThat(RuleNames.of(RuleParser.parse("bad(X) when detects(X, #too_salesy)")))
                .isEqualTo("too-salesy");
        assertThat(RuleNames.of(RuleParser.parse("prefer higher score(X, #polite)")))
                .isEqualTo("more-polite");
    }

    @Test
    void somethingElseInADetectorsPlaceIsAnErrorThatSaysWhatStandsThere() {
        RuleSyntaxException problem =
                catchThrowableOfType(
                        RuleSyntaxException.class,
                        () -> RuleParser.parse("good(X) when detects(X, @polite)"));
        assertThat(problem.getMessage())
                .isEqualTo(
                        "detects: expected a detector, such as #polite, found a pattern, such as"
                                + " \"words\", /regex/ or @concept");
        assertThat(problem.start()).isEqualTo(24);
        assertThat(problem.expected()).containsExactly("#detector");
        assertThatThrownBy(() -> RuleParser.parse("good(X) when detects(X, #)"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("a name follows #");
        assertThatThrownBy(() -> RuleParser.parse("good(X) when contains(X, #polite)"))
                .isInstanceOf(RuleSyntaxException.class);
    }

    @Test
    void aRulesFileThatNamesADetectorWhichIsNotThereSaysWhere() throws Exception {
        String text = "# comment\n\nkind: good(X) when detects(X, #polite)\n";
        assertThat(RulesFile.parse("r.txt", text, Set.of("polite")).rules()).hasSize(1);
        assertThatThrownBy(() -> RulesFile.parse("r.txt", text, Set.of("rude")))
                .isInstanceOf(RulesFile.RulesFileException.class)
                .hasMessage("r.txt:3:31: there is no detector #polite");
        assertThatThrownBy(() -> RulesFile.parse("r.txt", text))
                .isInstanceOf(RulesFile.RulesFileException.class);
    }

    @Test
    void aHashInQuotedWordsIsNoDetector() throws Exception {
        String text = "good(X) when contains(X, \"issue #polite\")";
        assertThat(RulesFile.parse("r.txt", text).rules()).hasSize(1);
    }
}
