package dev.whetstone.core.lf.syntax;

import java.util.Set;

/// Looks whether the detectors that a rule's text names exist.
public final class DetectorNames {
    private DetectorNames() {}

    /// @param known names without the `#`
    /// @throws RuleSyntaxException at the first that is not known
    public static void check(String rule, Set<String> known) throws RuleSyntaxException {
        for (Token token : Lexer.tokens(rule)) {
            if (token.kind() == Token.Kind.DETECTOR && !known.contains(token.text())) {
                throw new RuleSyntaxException(
                        token.start(),
                        token.end(),
                        "there is no detector #" + token.text(),
                        known.stream().sorted().map(name -> "#" + name).toList());
            }
        }
    }
}
