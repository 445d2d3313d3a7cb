package dev.whetstone.engine.tokenizer;

/// A token that is found in the text itself, whatever the vocabulary would make of it.
///
/// @param singleWord only where no word character touches it
/// @param leftStrip takes the white space before it
/// @param rightStrip takes the white space after it
/// @param normalized is looked for in the normalized text
/// @param special is left out of decoded texts
public record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean leftStrip,
        boolean rightStrip,
        boolean normalized,
        boolean special) {
    /// A control token, such as an end of text.
    public static AddedToken special(int id, String content) {
        return new AddedToken(id, content, false, false, false, false, true);
    }
}
