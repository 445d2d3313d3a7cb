package dev.whetstone.core.explain;

/// Why an explanation gives no rule by itself, and so what to ask.
///
/// @param cue the words that led to the question; may be empty
public record Clarification(Kind kind, String cue) {
    public enum Kind {
        /// Nothing is open.
        NONE,
        /// A vague comparison: offer the differences of this pair.
        VAGUE,
        /// Needs knowledge: offer a fact card or a rule by similarity.
        FACT,
        /// An overall verdict that adds nothing over the choice: ask what is missing.
        OVERALL,
        /// Refers to a document: ask which guideline.
        GUIDELINE,
        /// Needs meaning: offer similarity or a weak proxy.
        MEANING,
        /// A tie: record it, no rule.
        TIE,
        /// Circular: ask again.
        CIRCULAR,
        /// Some words were not understood: show the reading and the words.
        PARTLY,
        /// Nothing was understood: ask what the reply has or lacks.
        NOTHING
    }
}
