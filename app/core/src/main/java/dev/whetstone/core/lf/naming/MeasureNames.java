package dev.whetstone.core.lf.naming;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Measures and patterns as words joined by hyphens.
final class MeasureNames {
    private static final int LITERAL_WORDS = 3;

    private MeasureNames() {}

    static boolean isCount(Num measure) {
        return measure instanceof Call call && call.function().countsWhole();
    }

    static String of(Num measure) {
        return switch (measure) {
            case Num.Constant(double value) -> number(value);
            case Num.Slot slot -> "limit";
            case Num.Product(var left, var right) -> of(left) + "-times-" + of(right);
            case Num.Quotient(var left, var right) -> of(left) + "-per-" + of(right);
            case Call call -> of(call);
        };
    }

    private static String of(Call call) {
        return switch (call.function()) {
            case PROSE_WORDS -> "words";
            case CHARS -> "characters";
            case CAPS_WORDS -> "capitals";
            case FK_GRADE -> "reading-grade";
            case READING_EASE -> "reading-ease";
            case TTR -> "different-words";
            case MTLD -> "lexical-diversity";
            case COPIED_SHARE -> "copying";
            case LONGEST_COPY -> "copied-words";
            case REPEATED_SHARE -> "repetition";
            case LINKS_TO -> "links";
            case TONE -> slug(((Choice) call.args().get(1)).id());
            case SCORE -> detector(call);
            case MAX_QUANTITY -> slug(((Choice) call.args().get(1)).id());
            case COUNT, DISTINCT, RATE, POSITION -> pattern(call.args().get(1));
            case NOVEL -> "new-" + pattern(call.args().get(1));
            default -> slug(call.function().id());
        };
    }

    static String detector(Call call) {
        return slug(((Choice.Detector) call.args().get(1)).name());
    }

    /// 60, 1.5 as `1.5`, -0.1 as `minus-0.1`.
    static String number(double value) {
        String digits = RulePrinter.number(Math.abs(value));
        return value < 0 ? "minus-" + digits : digits;
    }

    static String pattern(Arg pattern) {
        return switch (pattern) {
            case Pattern.Literal(var text) -> literal(text);
            case Pattern.Regex regex -> "expression";
            case Pattern.Concept(var name) -> slug(name);
            case Pattern.AnyOf(var literals) -> literal(literals.getFirst().text());
            case Pattern.Entity(var type) -> slug(type.id());
            case Pattern.Structure(var type) -> slug(type.id());
            default -> "names";
        };
    }

    private static String literal(String text) {
        String words =
                Arrays.stream(slug(text).split("-", -1))
                        .limit(LITERAL_WORDS)
                        .collect(Collectors.joining("-"));
        return words.isEmpty() ? "sign" : words;
    }

    /// Letters and digits in lower case, hyphens in place of all else.
    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetterOrDigit(c)) {
                                slug.appendCodePoint(c);
                            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                                slug.append('-');
                            }
                        });
        int end = slug.length();
        return end > 0 && slug.charAt(end - 1) == '-'
                ? slug.substring(0, end - 1)
                : slug.toString();
    }
}
