package dev.whetstone.services.rules;

/// What a rule would do on the project: "agrees with `agrees` of your `choices` choices, fires on
/// `fires` of `pairs`".
///
/// @param agrees choices on which the rule votes as the experts did
/// @param choices choices (ties apart) on which it votes at all
/// @param fires pairs on which it votes, of `pairs`
public record Effect(int agrees, int choices, int fires, int pairs) {}
