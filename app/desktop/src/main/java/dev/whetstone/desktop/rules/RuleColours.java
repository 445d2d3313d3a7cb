package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.text.Span;
import dev.whetstone.services.rules.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours of a rule's text while it is typed: by tokens alone, so that a broken rule is coloured
/// too.
final class RuleColours {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<literal>\"(?:[^\"\\\\]|\\\\.)*\"?|/(?:[^/\\\\\\n]|\\\\.)+/)"
                            + "|(?<concept>[@?#][\\p{L}\\p{N}_]*)"
                            + "|(?<keyword>\\b(?:good|bad|prefer|lower|higher|over|when|and|or|not|by)\\b)"
                            + "|(?<scope>\\b[PXYS]\\b)"
                            + "|(?<function>\\b\\p{L}[\\p{L}\\p{N}_]*(?=\\s*\\())");

    private RuleColours() {}

    static List<Span> of(String text, Optional<Preview> preview) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            for (String group : List.of("literal", "concept", "keyword", "scope", "function")) {
                if (matcher.group(group) != null) {
                    spans.add(Span.of(matcher.start(), matcher.end(), "code-" + group));
                }
            }
        }
        if (preview.orElse(null) instanceof Preview.Broken broken) {
            int start = Math.clamp(broken.offset(), 0, text.length());
            int end = Math.clamp((long) start + broken.length(), start, text.length());
            // an error at the very end is shown on the last character
            spans.add(Span.of(start == end ? Math.max(0, start - 1) : start, end, "code-error"));
        }
        if (preview.orElse(null) instanceof Preview.Counted counted) {
            for (Preview.Missing list : counted.missing()) {
                int start = Math.clamp(list.offset(), 0, text.length());
                int end = Math.clamp((long) start + list.name().length() + 1, start, text.length());
                spans.add(Span.of(start, end, "code-error"));
            }
        }
        return spans;
    }
}
