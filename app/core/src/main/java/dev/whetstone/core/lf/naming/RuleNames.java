package dev.whetstone.core.lf.naming;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes a short name for a rule that got none: `no-bullets-when-asked`, `fewer-words`,
/// `good-apology`. A rule against something is named after the fault, and one for something begins
/// with `good`. Names have 1 to 28 letters, digits and hyphens.
public final class RuleNames {
    private static final int LONGEST = 28;

    /// Words that a name does not end with.
    private static final Set<String> JOINING =
            Set.of("when", "and", "or", "in", "for", "with", "of", "near", "no", "not", "before");

    private RuleNames() {}

    /// A name that is free: a number is added where the plain one is taken.
    public static String free(Rule rule, Predicate<String> taken) {
        String plain = of(rule);
        String name = plain;
        for (int number = 2; taken.test(name); number++) {
            String end = "-" + number;
            name = cut(plain, LONGEST - end.length()) + end;
        }
        return name;
    }

    /// The plain name; several rules may have the same.
    public static String of(Rule rule) {
        String words =
                switch (rule) {
                    case Rule.Judge(var verdict, var when) ->
                            (verdict == Verdict.GOOD ? "good-" : "") + said(when, verdict);
                    case Rule.Over(var when) -> "better-" + said(when, Verdict.GOOD);
                    case Rule.Prefer prefer -> prefer(prefer);
                };
        String name = cut(words, LONGEST);
        return name.isEmpty() ? "rule" : name;
    }

    private static String prefer(Rule.Prefer prefer) {
        boolean lower = prefer.direction() == Direction.LOWER;
        String measure =
                (MeasureNames.isCount(prefer.measure())
                                ? (lower ? "fewer-" : "more-")
                                : (lower ? "less-" : "more-"))
                        + MeasureNames.of(prefer.measure());
        return prefer.gate() instanceof Gate.When(Bool condition)
                ? measure + "-when-" + new ConditionNames(condition).words()
                : measure;
    }

    /// What is said of the response, then when.
    private static String said(Bool condition, Verdict verdict) {
        List<Bool> response = new ArrayList<>();
        List<Bool> prompt = new ArrayList<>();
        for (Bool part : condition instanceof Bool.And(var all) ? all : List.of(condition)) {
            (ofResponse(part) ? response : prompt).add(part);
        }
        String what = joined(response);
        String has = "has-";
        boolean plain = verdict == Verdict.GOOD && what.startsWith(has);
        String shown = plain ? what.substring(has.length()) : what;
        return prompt.isEmpty() ? shown : shown + "-when-" + joined(prompt);
    }

    private static boolean ofResponse(Arg part) {
        Set<Scope> scopes = Scopes.of(part);
        return scopes.contains(Scope.RESPONSE) || scopes.contains(Scope.OTHER);
    }

    private static String joined(List<Bool> parts) {
        return parts.stream()
                .map(part -> new ConditionNames(part).words())
                .collect(Collectors.joining("-and-"));
    }

    /// Whole words while they fit; the first one is cut if it must be.
    private static String cut(String words, int most) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("-+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (name.isEmpty()) {
                name.append(word, 0, Math.min(word.length(), most));
            } else if (name.length() + 1 + word.length() <= most) {
                name.append('-').append(word);
            } else {
                break;
            }
        }
        int hyphen = name.lastIndexOf("-");
        while (hyphen > 0 && JOINING.contains(name.substring(hyphen + 1))) {
            name.setLength(hyphen);
            hyphen = name.lastIndexOf("-");
        }
        return name.toString();
    }
}
