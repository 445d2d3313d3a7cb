package dev.whetstone.core.text.match;

import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The literals that a set of rules looks for: a text is read once for all of them. Threads may
/// share it; literals may be added at any time.
public final class LiteralIndex {
    /// Bound on the automaton's table; literals beyond it are not looked for.
    private static final int MOST_CHARACTERS = 16_000;

    private static final int MOST_DIFFERENT = 250;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> literals = new ArrayList<>();
    private final Map<Character, Boolean> characters = new HashMap<>();
    private int length;
    private volatile @Nullable LiteralAutomaton automaton;

    /// Which texts may hold one of some literals.
    ///
    /// @param ids of the literals; empty where every text may
    public record Filter(LiteralIndex index, int[] ids) {
        /// Never wrongly false.
        public boolean mayOccur(TextFeatures text) {
            return ids.length == 0 || index.holdsAny(text, ids);
        }
    }

    /// @param wanted in folded characters, one of which is in every text of interest; empty when
    ///     none are known
    public synchronized Filter filter(List<String> wanted) {
        int[] found = new int[wanted.size()];
        for (int i = 0; i < found.length; i++) {
            Integer id = ids.get(wanted.get(i));
            found[i] = id == null ? add(wanted.get(i)) : id;
            if (found[i] < 0) {
                return new Filter(this, new int[0]);
            }
        }
        return new Filter(this, found);
    }

    private int add(String literal) {
        literal.chars().forEach(c -> characters.put((char) c, true));
        length += literal.length();
        if (length > MOST_CHARACTERS || characters.size() > MOST_DIFFERENT) {
            return -1;
        }
        int id = literals.size();
        literals.add(literal);
        ids.put(literal, id);
        return id;
    }

    private boolean holdsAny(TextFeatures text, int[] wanted) {
        LiteralAutomaton ready = automaton;
        for (int id : wanted) {
            if (ready == null || id >= ready.size()) {
                ready = build();
            }
        }
        if (ready == null) {
            return true;
        }
        LiteralAutomaton now = ready;
        long[] hits = text.latest(now, t -> now.in(t.text()));
        for (int id : wanted) {
            if ((hits[id >>> 6] & 1L << id) != 0) {
                return true;
            }
        }
        return false;
    }

    private synchronized LiteralAutomaton build() {
        LiteralAutomaton known = automaton;
        if (known != null && known.size() == literals.size()) {
            return known;
        }
        LiteralAutomaton fresh = new LiteralAutomaton(literals);
        automaton = fresh;
        return fresh;
    }
}
