package dev.whetstone.core.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is known of one text. Everything is computed when first asked for and then kept; threads
/// may share it (two that ask at once may compute the same immutable value twice).
public final class TextFeatures {
    /// Longest text that rules look at, in characters; longer ones make a rule abstain.
    public static final int MAX_LENGTH = 1_000_000;

    private final String text;
    private @Nullable Words words;
    private @Nullable Spans sentences;
    private @Nullable Spans paragraphs;
    private @Nullable MarkdownStructure structure;
    private @Nullable String folded;
    private @Nullable Memo memo;
    private @Nullable Latest latest;

    private record Latest(Object key, Object value) {}

    /// A few values, the last computed first. Of two that are added at once one may be lost, and is
    /// computed again.
    private record Memo(Object key, Object value, @Nullable Memo next) {}

    public TextFeatures(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean isTooLong() {
        return text.length() > MAX_LENGTH;
    }

    public Words words() {
        Words known = words;
        if (known == null) {
            known = Words.of(text);
            words = known;
        }
        return known;
    }

    public Spans sentences() {
        Spans known = sentences;
        if (known == null) {
            known = Sentences.of(text);
            sentences = known;
        }
        return known;
    }

    /// Runs of lines between blank lines.
    public Spans paragraphs() {
        Spans known = paragraphs;
        if (known == null) {
            known = Lines.paragraphs(text);
            paragraphs = known;
        }
        return known;
    }

    public MarkdownStructure structure() {
        MarkdownStructure known = structure;
        if (known == null) {
            known = MarkdownStructure.of(text);
            structure = known;
        }
        return known;
    }

    /// The text in folded characters ([Chars#fold(char)]), of the same length.
    public String folded() {
        String known = folded;
        if (known == null) {
            known = Chars.fold(text);
            folded = known;
        }
        return known;
    }

    /// How many lines are not blank.
    public int lines() {
        return Lines.count(text);
    }

    /// The sentences as texts of their own.
    public List<TextFeatures> sentenceTexts() {
        return memo("sentences", all -> all.parts(all.sentences()));
    }

    /// The paragraphs as texts of their own.
    public List<TextFeatures> paragraphTexts() {
        return memo("paragraphs", all -> all.parts(all.paragraphs()));
    }

    /// The texts at some places of this one.
    public List<TextFeatures> parts(Spans places) {
        return IntStream.range(0, places.count())
                .mapToObj(i -> new TextFeatures(places.in(text, i)))
                .toList();
    }

    /// The value of the key that was asked for last, computed again after another key's.
    ///
    /// @param key compared by identity
    @SuppressWarnings("unchecked")
    public <T> T latest(Object key, Function<TextFeatures, T> compute) {
        Latest known = latest;
        if (known != null && known.key() == key) {
            return (T) known.value();
        }
        T fresh = compute.apply(this);
        latest = new Latest(key, fresh);
        return fresh;
    }

    /// A value that is computed once for this text.
    ///
    /// @param key names the value; one key always stands for one kind of value
    @SuppressWarnings("unchecked")
    public <T> T memo(Object key, Function<TextFeatures, T> compute) {
        for (Memo known = memo; known != null; known = known.next()) {
            if (known.key() == key || known.key().equals(key)) {
                return (T) known.value();
            }
        }
        T fresh = compute.apply(this);
        memo = new Memo(key, fresh, memo);
        return fresh;
    }
}
