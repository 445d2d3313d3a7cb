package dev.whetstone.core.project;

/// One turn of a conversation.
public record Message(Role role, String content) {}
