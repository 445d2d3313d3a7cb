package dev.whetstone.resources.sample.world;

/// What a customer's message asks for or shows.
public enum Trait {
    ASKS_FOR_LIST,
    GIVES_REFERENCE,
    ASKS_YES_NO,
    UPSET,
    ASKS_DAYS,
    ASKS_SHORT,
    SEVERAL_QUESTIONS
}
