package dev.whetstone.core.lf;

/// A text or a list of texts: one of the scopes or a call such as `first_sentence(X)`.
public sealed interface TextArg extends Arg permits Scope, Call {}
