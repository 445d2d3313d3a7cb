package dev.whetstone.services.reward;

import dev.whetstone.services.pair.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What reward models said of people's choices of which they had seen no pair of the same
/// question.
///
/// @param from hash of the labels and texts it was measured on
/// @param folds into which the questions were dealt
/// @param choices in no particular order
public record HeldOutChoices(
        String from,
        long seed,
        int folds,
        Instant measured,
        double seconds,
        List<Predicted> choices) {
    public HeldOutChoices {
        choices = List.copyOf(choices);
    }

    /// One person's choice between two responses.
    ///
    /// @param a index of the first response, `b` of the second
    /// @param p that A is preferred
    public record Predicted(UUID judgement, int a, int b, double p) {
        static Predicted of(Choice choice, double p) {
            return new Predicted(choice.judgementId(), choice.ref().a(), choice.ref().b(), p);
        }
    }
}
