package dev.whetstone.engine.tokenizer;

/// Cuts a piece into tokens of a vocabulary.
interface SubwordModel {
    void encode(AlignedText piece, EncodingBuilder tokens);
}
