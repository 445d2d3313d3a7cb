package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts that a rule's scopes stand for during one evaluation, and what went wrong in it. Used
/// by one thread.
final class Frame {
    private final List<PairFeatures> pairs;

    /// Fetched when a text is asked for: where every value is kept, none is.
    private @Nullable PairFeatures pair;

    @Nullable TextFeatures item;
    int problems;

    /// Kept values of the rule's leaves, of which the pair is a row; nothing where none are kept.
    LeafColumn @Nullable [] columns;

    int row;
    boolean exchanged;

    /// Stands nowhere until [#at] is called.
    Frame(List<PairFeatures> pairs) {
        this.pairs = pairs;
    }

    static Frame of(PairFeatures pair) {
        Frame frame = new Frame(List.of());
        frame.pair = pair;
        return frame;
    }

    /// Goes on to another row, for one rule.
    void at(int row, LeafColumn[] columns) {
        this.row = row;
        this.columns = columns;
        pair = null;
        item = null;
        problems = 0;
        exchanged = false;
    }

    private PairFeatures pair() {
        PairFeatures known = pair;
        if (known == null) {
            known = pairs.get(row);
            pair = known;
        }
        return known;
    }

    TextFeatures prompt() {
        return pair().prompt();
    }

    TextFeatures response() {
        return exchanged ? pair().second() : pair().first();
    }

    TextFeatures other() {
        return exchanged ? pair().first() : pair().second();
    }

    /// Nothing where there is none.
    @Nullable TextFeatures source() {
        TextFeatures source = pair().source();
        return source.text().isBlank() ? null : source;
    }

    void exchangeRoles() {
        exchanged = !exchanged;
    }

    void report(Abstention reason) {
        problems |= reason.bit();
    }
}
