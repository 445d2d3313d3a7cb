package dev.whetstone.core.explain;

/// A line of the lexicon for one phrase.
///
/// @param category as the file names it, e.g. `thing`, `v.have`, `adj`
/// @param meaning the file's second column; empty for words that carry structure only
/// @param phrase base forms separated by blanks
/// @param leaf the constituent it makes
record LexicalEntry(String category, String meaning, String phrase, Item leaf) {
    static LexicalEntry of(String category, String meaning, String phrase) {
        return new LexicalEntry(
                category, meaning, phrase, LeafReader.read(category, meaning, phrase));
    }
}
