package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Function;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.Tone;
import dev.whetstone.services.rules.Rules.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What can be typed in a rule, with a line of help each.
public final class Completions {
    private Completions() {}

    public static List<Completion> all(Set<String> detectors) {
        List<Completion> all = new ArrayList<>();
        for (Function function : Function.values()) {
            all.add(
                    new Completion(
                            function.id() + "(", function.signature() + ": " + function.english()));
        }
        all.add(new Completion("P", "the message"));
        all.add(new Completion("X", "the reply that is judged"));
        all.add(new Completion("Y", "the other reply"));
        all.add(new Completion("S", "the source text of the message"));
        for (RequestType request : RequestType.values()) {
            all.add(new Completion(request.id(), "asked for: " + request.english()));
        }
        for (EntityType entity : EntityType.values()) {
            all.add(new Completion(entity.id(), "finds " + entity.english()));
        }
        for (Tone tone : Tone.values()) {
            all.add(new Completion(tone.id(), "tone: " + tone.english()));
        }
        for (String detector : detectors) {
            all.add(new Completion("#" + detector, "a detector of this project"));
        }
        return all;
    }
}
