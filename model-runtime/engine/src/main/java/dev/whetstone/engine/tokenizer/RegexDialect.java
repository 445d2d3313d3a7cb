package dev.whetstone.engine.tokenizer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spells patterns of tokenizer.json, which are Oniguruma's, for Java: its `\w` has the digits in
/// superscript and the vulgar fractions of Latin-1 and lacks the joiners, and scripts have no `Is`
/// before their names.
final class RegexDialect {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:[pP]\\{\\^?([A-Za-z_]{3,})\\}|.)", Pattern.DOTALL);
    private static final String WORD = "[[\\w\u00B2\u00B3\u00B9\u00BC-\u00BE]&&[^\u200C\u200D]]";
    private static final String OTHER = "[[\\W\u200C\u200D]&&[^\u00B2\u00B3\u00B9\u00BC-\u00BE]]";

    private RegexDialect() {}

    static String translate(String source) {
        return ESCAPE.matcher(source)
                .replaceAll(
                        found -> Matcher.quoteReplacement(escape(found.group(), found.group(1))));
    }

    private static String escape(
            String escape, @org.jspecify.annotations.Nullable String property) {
        return switch (escape) {
            case "\\w" -> WORD;
            case "\\W" -> OTHER;
            default -> property == null ? escape : escape.replace(property, "Is" + property);
        };
    }
}
