package dev.whetstone.services.explain;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// "It does not state both the excess and the limit": worse when one of them is missing, or only
/// when neither is there?
final class BothOrNeither {
    private static final Pattern BOTH = Pattern.compile("\\bboth\\b");

    private BothOrNeither() {}

    /// The second meaning of a rule that says "not both"; empty for other rules and sentences.
    static Optional<Rule> neither(String sentence, Rule rule) {
        return rule instanceof Rule.Judge(var verdict, var when)
                        && BOTH.matcher(sentence.toLowerCase(Locale.ROOT)).find()
                ? neither(when).map(condition -> new Rule.Judge(verdict, condition))
                : Optional.empty();
    }

    private static Optional<Bool> neither(Bool condition) {
        return switch (condition) {
            case Bool.Not(Bool.And(var operands)) ->
                    Optional.of(new Bool.And(operands.stream().map(Bool::not).toList()));
            case Bool.And(var operands) -> {
                List<Bool> changed = new ArrayList<>();
                operands.forEach(each -> changed.add(neither(each).orElse(each)));
                yield changed.equals(operands)
                        ? Optional.empty()
                        : Optional.of(new Bool.And(changed));
            }
            default -> Optional.empty();
        };
    }
}
