package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Function;
import dev.whetstone.desktop.text.Span;
import dev.whetstone.services.rules.Completions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every function of the language is known to the editor.
class CatalogueTest {
    private static final String BEFORE = "bad(X) when ";

    @ParameterizedTest
    @EnumSource(Function.class)
    void aFunctionIsCompletedFromItsFirstLettersWithHelp(Function function) {
        String typed = BEFORE + function.id().substring(0, function.id().length() - 1);
        List<Proposals.Item> offered =
                Proposals.at(typed, typed.length(), Completions.all(Set.of()), Map.of()).items();
        assertThat(offered)
                .filteredOn(item -> item.insert().equals(function.id() + "("))
                .anySatisfy(item -> assertThat(item.help()).contains(function.english()));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aFunctionHasTheColourOfFunctions(Function function) {
        String text = BEFORE + function.id() + "(X)";
        assertThat(RuleColours.of(text, Optional.empty()))
                .contains(
                        Span.of(
                                BEFORE.length(),
                                BEFORE.length() + function.id().length(),
                                "code-function"));
    }
}
