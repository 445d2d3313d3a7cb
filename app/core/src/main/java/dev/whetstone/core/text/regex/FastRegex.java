package dev.whetstone.core.text.regex;

import dev.whetstone.core.text.Spans;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An expression as a pair of deterministic automata: one finds where the first match ends, the
/// other, reading backwards, where it starts. Its matches are exactly those of RE2's `find`, one
/// after the other; expressions that can match nothing are left to RE2.
public final class FastRegex {
    /// Says that the automata grew too large: RE2 has to be asked.
    public static final int UNKNOWN = LazyDfa.GIVEN_UP;

    private final LazyDfa ends;
    private final LazyDfa starts;
    private final List<String> required;
    private final String plain;
    private final @Nullable RunCounter runs;

    private FastRegex(LazyDfa ends, LazyDfa starts, Syntax syntax) {
        this.ends = ends;
        this.starts = starts;
        this.required = RequiredLiterals.of(syntax);
        this.plain = plain(syntax);
        this.runs = RunCounter.of(syntax).orElse(null);
    }

    /// The only text that an expression matches, if there is just one; else nothing.
    private static String plain(Syntax syntax) {
        return switch (syntax) {
            case Syntax.One(var set) when set.beyondEmpty() && set.plane().cardinality() == 1 ->
                    plain((char) set.plane().nextSetBit(0));
            case Syntax.Sequence(var parts) -> {
                List<String> texts = parts.stream().map(FastRegex::plain).toList();
                yield texts.contains("") ? "" : String.join("", texts);
            }
            default -> "";
        };
    }

    /// A lone half of a pair would also be found inside a whole one.
    private static String plain(char c) {
        return Character.isSurrogate(c) ? "" : String.valueOf(c);
    }

    /// Nothing for expressions of rarer kinds, or very large ones.
    ///
    /// @param source an expression that RE2 accepts
    public static Optional<FastRegex> of(String source, boolean ignoresCase) {
        Optional<Syntax> read = SyntaxReader.read(source, ignoresCase);
        if (read.isEmpty() || read.get().isNullable()) {
            return Optional.empty();
        }
        Syntax syntax = read.get();
        Optional<Program> forwards = Program.of(syntax, Program.Reading.FORWARDS);
        Optional<Program> backwards = Program.of(syntax, Program.Reading.BACKWARDS);
        if (forwards.isEmpty() || backwards.isEmpty()) {
            return Optional.empty();
        }
        Optional<CharacterClasses> classes = CharacterClasses.of(forwards.get());
        Optional<CharacterClasses> mirrored = CharacterClasses.of(backwards.get());
        if (classes.isEmpty() || mirrored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new FastRegex(
                        LazyDfa.searching(forwards.get(), classes.get()),
                        LazyDfa.anchored(backwards.get(), mirrored.get()),
                        syntax));
    }

    /// Texts, in folded characters, one of which every match holds; empty when none are known.
    public List<String> required() {
        return required;
    }

    /// Whether it has grown too large and answers [#UNKNOWN] now and then.
    public boolean hasGivenUp() {
        return ends.hasGivenUp() || starts.hasGivenUp();
    }

    /// 1 where the text has a match, 0 where it has none, or [#UNKNOWN].
    public int occurs(String text) {
        if (!plain.isEmpty()) {
            return text.contains(plain) ? 1 : 0;
        }
        int end = ends.end(text, 0);
        return end >= 0 ? 1 : end == LazyDfa.GIVEN_UP ? UNKNOWN : 0;
    }

    /// How many matches the text has, or [#UNKNOWN].
    public int count(String text) {
        if (runs != null) {
            return runs.count(text);
        }
        int count = 0;
        if (!plain.isEmpty()) {
            for (int at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at)) {
                count++;
                at += plain.length();
            }
            return count;
        }
        int end = ends.end(text, 0);
        while (end >= 0) {
            count++;
            end = ends.end(text, end);
        }
        return end == LazyDfa.GIVEN_UP ? UNKNOWN : count;
    }

    /// Where the matches stand; nothing when that is not known.
    public Optional<Spans> find(String text) {
        Spans.Builder found = new Spans.Builder();
        int from = 0;
        int end = ends.end(text, 0);
        while (end >= 0) {
            int start = starts.start(text, from, end);
            if (start < 0) {
                return Optional.empty();
            }
            found.add(start, end);
            from = end;
            end = ends.end(text, from);
        }
        return end == LazyDfa.GIVEN_UP ? Optional.empty() : Optional.of(found.build());
    }
}
