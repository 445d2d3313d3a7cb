package dev.whetstone.resources.sample.world;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A customer's message.
///
/// @param questions kinds of the questions asked, in order, such as `yesno.cover` or `days.left`
/// @param reference the claim reference, such as `HC-4821`; empty when none is given
/// @param name the signature; empty when the message is not signed
/// @param details slots that the desk may take up: thing, place, first, name, amount
public record CustomerMessage(
        String text,
        String topic,
        Set<Trait> traits,
        List<String> questions,
        String reference,
        String name,
        Map<String, String> details) {
    public CustomerMessage {
        traits = Set.copyOf(traits);
        questions = List.copyOf(questions);
        details = Map.copyOf(details);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
