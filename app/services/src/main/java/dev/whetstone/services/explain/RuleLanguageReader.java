package dev.whetstone.services.explain;

import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import java.util.List;

/// Understands an explanation that is itself written in the rule language, and nothing else: every
/// word of any other sentence is marked as not understood.
public final class RuleLanguageReader implements SentenceReader {
    @Override
    public Understood read(Said said) {
        String text = said.explanation().text();
        try {
            String rule = RulePrinter.print(RuleParser.parse(text));
            return new Understood(
                    List.of(new Word(0, text.length(), Word.Use.USED)),
                    List.of(new Reading(rule, 0, true)),
                    List.of());
        } catch (RuleSyntaxException e) {
            return new Understood(
                    List.of(new Word(0, text.length(), Word.Use.UNKNOWN)), List.of(), List.of());
        }
    }
}
