package dev.whetstone.services.rules;

import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// What a text would do if it were saved.
public sealed interface Preview {
    /// The text is not a rule.
    ///
    /// @param offset UTF-16 index into the text; `length` at least 1
    /// @param line from 1, as is `column`
    /// @param suggestions replacements for the stretch at `offset`
    record Broken(
            int offset, int length, int line, int column, String message, List<String> suggestions)
            implements Preview {
        public Broken {
            suggestions = List.copyOf(suggestions);
        }
    }

    /// The text is a rule; its votes were counted on the whole project.
    ///
    /// @param before of the rule as it is saved; zeros for a new one
    /// @param right choices it votes for, `wrong` against
    /// @param newlyRight pairs that the saved rule did not get right
    /// @param newlyWrong pairs that the saved rule did not get wrong
    /// @param changed pairs whose vote differs from the saved rule's
    /// @param newlyVoting pairs on which it votes and the saved rule does not
    /// @param silenced pairs on which the saved rule votes and it does not
    /// @param missing word lists that the text names and the project does not have
    /// @param examples some pairs that it decides, at most a dozen of each group, in the order of
    ///     the groups
    record Counted(
            String canonical,
            String sentence,
            Effect before,
            Effect after,
            int right,
            int wrong,
            List<PairRef> newlyRight,
            List<PairRef> newlyWrong,
            List<PairRef> changed,
            int newlyVoting,
            int silenced,
            List<Missing> missing,
            List<Decided> examples,
            List<String> warnings,
            double millis)
            implements Preview {
        public Counted {
            newlyRight = List.copyOf(newlyRight);
            newlyWrong = List.copyOf(newlyWrong);
            changed = List.copyOf(changed);
            missing = List.copyOf(missing);
            examples = List.copyOf(examples);
            warnings = List.copyOf(warnings);
        }
    }

    /// A word list that is not there.
    ///
    /// @param name without the `@`
    /// @param offset UTF-16 index of the `@`
    /// @param near names of lists that may have been meant, the nearest first
    record Missing(String name, int offset, List<String> near) {
        public Missing {
            near = List.copyOf(near);
        }
    }
}
