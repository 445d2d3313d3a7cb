package dev.whetstone.core.judgement;

/// A stretch of a response that the expert marked as evidence.
///
/// @param response index into the comparison's responses, stored order
/// @param start first UTF-16 index, inclusive
/// @param end last UTF-16 index, exclusive; above `start`
public record EvidenceSpan(int response, int start, int end) {
    public EvidenceSpan {
        if (response < 0 || start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "bad evidence span " + response + ":" + start + "-" + end);
        }
    }
}
