package dev.whetstone.services.coverage;

/// Pairs that have something in common.
///
/// @param id stable within a project
/// @param name what they have in common: a person, a language, a model, ...; empty where the kind
///     says all
/// @param pairs how many there are
public record Slice(String id, Kind kind, String name, int pairs) {
    public static final String ALL = "";

    /// By what pairs are told apart.
    public enum Kind {
        ALL,
        JUDGED,
        NOT_JUDGED,
        PERSON,
        LANGUAGE,
        /// At most 20 words.
        SHORT_PROMPT,
        /// 21 to 100 words.
        MIDDLE_PROMPT,
        /// More than 100 words.
        LONG_PROMPT,
        SEVERAL_TURNS,
        WITH_SOURCE,
        ASKS_FOR,
        MODEL,
        /// The shorter reply has at least 80 % of the longer one's characters.
        LIKE_LENGTH,
        /// It has fewer.
        UNLIKE_LENGTH
    }
}
