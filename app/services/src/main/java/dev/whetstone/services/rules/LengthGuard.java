package dev.whetstone.services.rules;

import dev.whetstone.core.evaluate.Estimate;

/// Whether a rule is length by another name, and how good it is where length cannot help it.
///
/// @param badge what to show
/// @param matched its accuracy on choices between responses of which the shorter has at least 80 %
///     of the longer one's characters, with Wilson's 95 % interval; undefined without any
public record LengthGuard(Badge badge, Estimate matched) {
    public static final LengthGuard NONE = new LengthGuard(Badge.NONE, Estimate.UNDEFINED);

    /// A rule that is about length gets no badge.
    public enum Badge {
        NONE,
        /// It nearly always prefers the longer response.
        FOLLOWS_LONGER,
        /// It nearly always prefers the shorter response.
        FOLLOWS_SHORTER
    }
}
