package dev.whetstone.core.text.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.whetstone.core.text.SafeRegex;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.regex.FastRegex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds an RE2 expression. Literals of which every match must hold one are looked for first, so
/// that the expression runs only over texts that can match; it then runs as a deterministic
/// automaton with the same matches, and in RE2 itself where there is none. Empty matches do not
/// count.
public final class RegexFinder implements Finder {
    private final Pattern pattern;
    private final LiteralIndex index;
    private volatile @Nullable Ready ready;

    /// What is made of the expression when it is first needed.
    private record Ready(@Nullable FastRegex fast, LiteralIndex.Filter filter) {
        @Nullable FastRegex usable() {
            return fast == null || fast.hasGivenUp() ? null : fast;
        }
    }

    private RegexFinder(Pattern pattern, LiteralIndex index) {
        this.pattern = pattern;
        this.index = index;
    }

    /// @throws IllegalArgumentException when [SafeRegex#check] finds fault with the expression
    public static RegexFinder of(String source) {
        return of(source, new LiteralIndex());
    }

    /// The expression is made ready when it is first used or [#prepare] is called.
    ///
    /// @param index of the literals that the rules of one set look for
    /// @throws IllegalArgumentException when [SafeRegex#check] finds fault with the expression
    public static RegexFinder of(String source, LiteralIndex index) {
        return new RegexFinder(SafeRegex.compile(source), index);
    }

    /// Makes the expression's automata, so that the index knows its literals.
    public void prepare() {
        ready();
    }

    /// An expression of the program's own, which may be longer than a user's.
    public static RegexFinder trusted(String source) {
        return new RegexFinder(SafeRegex.compileTrusted(source), new LiteralIndex());
    }

    private Ready ready() {
        Ready known = ready;
        if (known == null) {
            boolean ignoresCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
            Optional<FastRegex> fast = FastRegex.of(pattern.pattern(), ignoresCase);
            List<String> required = fast.map(FastRegex::required).orElse(List.of());
            known = new Ready(fast.orElse(null), index.filter(required));
            ready = known;
        }
        return known;
    }

    @Override
    public Spans find(TextFeatures text) {
        Ready ready = ready();
        if (!ready.filter().mayOccur(text)) {
            return Spans.NONE;
        }
        FastRegex known = ready.usable();
        Optional<Spans> quick = known == null ? Optional.empty() : known.find(text.text());
        return quick.orElseGet(() -> slowly(text));
    }

    private Spans slowly(TextFeatures text) {
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
        Ready ready = ready();
        if (!ready.filter().mayOccur(text)) {
            return false;
        }
        FastRegex known = ready.usable();
        int quick = known == null ? FastRegex.UNKNOWN : known.occurs(text.text());
        return quick == FastRegex.UNKNOWN ? occursSlowly(text) : quick > 0;
    }

    private boolean occursSlowly(TextFeatures text) {
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int count(TextFeatures text) {
        Ready ready = ready();
        if (!ready.filter().mayOccur(text)) {
            return 0;
        }
        FastRegex known = ready.usable();
        int quick = known == null ? FastRegex.UNKNOWN : known.count(text.text());
        return quick == FastRegex.UNKNOWN ? slowly(text).count() : quick;
    }
}
