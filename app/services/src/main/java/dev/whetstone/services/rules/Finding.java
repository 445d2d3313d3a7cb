package dev.whetstone.services.rules;

import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// Something about a rule that a person should look at, with pairs that show it.
///
/// @param sentence in plain words, without a subject: "votes on 1 of 300 pairs"
/// @param pairs examples, at most a dozen; empty where no pair shows it
public record Finding(Kind kind, String sentence, List<PairRef> pairs) {
    /// What was found, in the order in which filters look.
    public enum Kind {
        /// Another rule says the same.
        DUPLICATE,
        /// On the pair it was written on it votes for the other reply, or not at all.
        OWN_PAIR,
        /// It mostly holds for both replies, or cannot tell them apart.
        CONTRAST,
        /// Exchanging the sides does not turn the vote round.
        ANTISYMMETRY,
        /// It could not tell on some pairs.
        ERRORS,
        /// It votes on nearly no pair.
        NARROW,
        /// It votes on nearly every pair.
        BROAD,
        /// It agrees with another rule more than independent rules would.
        FAMILY,
        /// It says the opposite of another rule.
        CONTRADICTION,
        /// Choices mostly go the other way.
        WRONG_WAY,
        /// It nearly always votes for the longer, or the shorter, reply.
        LENGTH,
        /// Words that it looks for stand with one prompt only.
        LEAK
    }

    static final int SHOWN = 12;

    public Finding {
        pairs = List.copyOf(pairs.subList(0, Math.min(SHOWN, pairs.size())));
    }

    static Finding of(Kind kind, String sentence) {
        return new Finding(kind, sentence, List.of());
    }
}
