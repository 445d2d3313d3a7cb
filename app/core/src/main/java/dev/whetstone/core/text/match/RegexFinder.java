package dev.whetstone.core.text.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.whetstone.core.text.SafeRegex;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;

/// Finds an RE2 expression. A run of letters that every match must hold is looked for first, so
/// that the expression runs only over texts that can match. Empty matches do not count.
public final class RegexFinder implements Finder {
    private final Pattern pattern;
    private final String required;

    private RegexFinder(Pattern pattern, String required) {
        this.pattern = pattern;
        this.required = required;
    }

    /// @throws IllegalArgumentException when [SafeRegex#check] finds fault with the expression
    public static RegexFinder of(String source) {
        return new RegexFinder(SafeRegex.compile(source), RequiredText.of(source));
    }

    @Override
    public Spans find(TextFeatures text) {
        if (!mayOccur(text)) {
            return Spans.NONE;
        }
        Spans.Builder found = new Spans.Builder();
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(matcher.start(), matcher.end());
            }
        }
        return found.build();
    }

    @Override
    public boolean occursIn(TextFeatures text) {
        if (!mayOccur(text)) {
            return false;
        }
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                return true;
            }
        }
        return false;
    }

    private boolean mayOccur(TextFeatures text) {
        return required.isEmpty() || text.folded().contains(required);
    }
}
