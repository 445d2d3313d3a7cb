package dev.whetstone.core.text.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.whetstone.core.text.SafeRegex;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;

/// Finds an RE2 expression. A run of letters that every match must hold is looked for first, so
/// that the expression runs only over texts that can match. Empty matches do not count.
public final class RegexFinder implements Finder {
    private final Pattern pattern;
    private final List<String> required;

    private RegexFinder(Pattern pattern, List<String> required) {
        this.pattern = pattern;
        this.required = required;
    }

    /// @throws IllegalArgumentException when [SafeRegex#check] finds fault with the expression
    public static RegexFinder of(String source) {
        return new RegexFinder(SafeRegex.compile(source), RequiredText.anyOf(source));
    }

    /// An expression of the program's own, which may be longer than a user's.
    public static RegexFinder trusted(String source) {
        return new RegexFinder(SafeRegex.compileTrusted(source), RequiredText.anyOf(source));
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
        if (required.isEmpty()) {
            return true;
        }
        String folded = text.folded();
        for (String run : required) {
            if (folded.contains(run)) {
                return true;
            }
        }
        return false;
    }
}
