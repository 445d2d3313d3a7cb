package dev.whetstone.resources.sample.wish;

/// What the sample's expert wants of a reply.
public enum Wish {
    /// A message that asks for a bulleted list gets at least two list items.
    LIST_WHEN_ASKED,
    /// The reply does not say that the loss is covered. Applies to every message.
    NO_COVERAGE_PROMISE,
    /// A message with a claim reference gets that reference back, and no other one.
    RIGHT_REFERENCE,
    /// An angry or distressed customer gets an apology or a word of empathy, and neither blame nor
    /// rudeness.
    KIND_TO_UPSET,
    /// The reply has at most [WishDetectors#SHORT_WORDS] words. Applies to every message.
    SHORT
}
