package dev.whetstone.resources.sample.expert;

import dev.whetstone.resources.sample.wish.AttributeDetectors;
import dev.whetstone.resources.sample.wish.MessageText;
import dev.whetstone.resources.sample.wish.WishDetectors;
import dev.whetstone.resources.sample.wish.WishVerdict;
import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.Trait;
import java.util.Set;

/// A response of the starter policy as the expert sees it.
record Candidate(
        String prompt,
        Set<Trait> traits,
        String response,
        Set<Attribute> attributes,
        WishVerdict verdict) {

    static Candidate of(
            String prompt, String response, AttributeDetectors attributes, WishDetectors wishes) {
        MessageText asked = attributes.read(prompt);
        return new Candidate(
                prompt,
                asked.traits(),
                response,
                attributes.detect(prompt, response),
                wishes.judge(prompt, response));
    }

    boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }

    boolean asks(Trait trait) {
        return traits.contains(trait);
    }

    boolean citesRightly() {
        return asks(Trait.GIVES_REFERENCE)
                && has(Attribute.REFERENCE)
                && !has(Attribute.WRONG_REFERENCE);
    }

    int words() {
        return response.strip().split("\\s+").length;
    }

    long count(char wanted) {
        return response.chars().filter(c -> c == wanted).count();
    }
}
