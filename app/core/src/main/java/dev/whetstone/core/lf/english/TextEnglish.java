package dev.whetstone.core.lf.english;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.List;
import java.util.stream.Collectors;

/// Texts and patterns as noun phrases.
final class TextEnglish {
    private TextEnglish() {}

    static String of(Arg text) {
        return switch (text) {
            case Scope scope ->
                    switch (scope) {
                        case PROMPT -> "the prompt";
                        case RESPONSE -> "the response";
                        case OTHER -> "the other response";
                        case SOURCE -> "the source";
                        case ITEM -> "it";
                    };
            case Call(Function function, List<Arg> args) when function == Function.PARAGRAPH ->
                    "paragraph " + RulePrinter.print(args.get(1)) + " of " + of(args.getFirst());
            case Call call -> call.function().english() + " of " + of(call.args().getFirst());
            default -> throw new IllegalStateException("not a text: " + text);
        };
    }

    /// One element of a list: "sentence of the response".
    static String element(Arg list) {
        Call call = (Call) list;
        String kind =
                switch (call.function()) {
                    case PARAGRAPHS_OF -> "paragraph";
                    case SENTENCES_OF -> "sentence";
                    case QUESTIONS_IN -> "question";
                    case VARIANTS_OF -> "loose reading";
                    default -> "list item";
                };
        return kind + " of " + of(call.args().getFirst());
    }

    /// What a detector looks for: `#too_salesy` is “too salesy”.
    static String detector(Arg detector) {
        return "“" + ((Choice.Detector) detector).name().replace('_', ' ') + "”";
    }

    /// What a count of the pattern counts.
    static String matches(Arg pattern) {
        return switch (pattern) {
            case Pattern.Concept(var name) -> ConceptEnglish.many(name);
            case Pattern.Entity(var type) -> type.english();
            default -> "matches of " + pattern(pattern);
        };
    }

    static String pattern(Arg pattern) {
        return switch (pattern) {
            case Pattern.Literal(var text) -> "“" + text + "”";
            case Pattern.Regex(var source) -> "the expression /" + source + "/";
            case Pattern.Concept(var name) -> ConceptEnglish.one(name);
            case Pattern.AnyOf(var literals) ->
                    literals.stream()
                            .map(TextEnglish::pattern)
                            .collect(Collectors.joining(", ", "any of ", ""));
            case Pattern.Entity(var type) -> type.english();
            case Pattern.Structure(var type) -> type.english();
            case Call call -> "names in " + of(call.args().getFirst());
            default -> throw new IllegalStateException("not a pattern: " + pattern);
        };
    }
}
