package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;

/// Something that a prompt asks of the response and that can be checked without judgement.
///
/// @param start UTF-16 index into the prompt where the words begin that state it; `end` exclusive
/// @param condition on the response X; true where it is met
public record StatedConstraint(int start, int end, Bool condition) {}
