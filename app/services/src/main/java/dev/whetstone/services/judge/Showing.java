package dev.whetstone.services.judge;

import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import java.util.List;

/// A comparison as one person sees it.
///
/// @param responses in stored order
/// @param shown left to right, as indexes into the stored order; drawn once for this person and
///     comparison, and kept
/// @param draft what is typed or, when judged, the standing verdict; [Draft#EMPTY] otherwise
/// @param number 1-based place among what this person has seen
public record Showing(
        Comparison comparison,
        Prompt prompt,
        List<Response> responses,
        List<Integer> shown,
        Draft draft,
        Standing standing,
        int number) {
    public Showing {
        responses = List.copyOf(responses);
        shown = List.copyOf(shown);
    }

    /// The stored index of the response at a screen position, counted from the left.
    public int storedIndex(int position) {
        return shown.get(position);
    }

    /// The screen position, counted from the left, of a stored index.
    public int position(int storedIndex) {
        return shown.indexOf(storedIndex);
    }

    public Response at(int position) {
        return responses.get(shown.get(position));
    }
}
