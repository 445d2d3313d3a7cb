package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Describes responses by numbers that a person can read. Text measures and the outcomes of rules
/// both fit in.
public interface ResponseFeatures {
    /// What the names of features begin with that are rules; they come after all others.
    String RULE_PREFIX = "rule ";

    /// The names of all features, always the same and in the same order.
    List<String> names();

    FeatureVector features(String prompt, String response);

    /// Several descriptions one after the other; their names must differ.
    static ResponseFeatures allOf(List<ResponseFeatures> parts) {
        List<ResponseFeatures> copy = List.copyOf(parts);
        List<String> names = new ArrayList<>();
        copy.forEach(part -> names.addAll(part.names()));
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("two features have the same name");
        }
        List<String> fixed = List.copyOf(names);
        return new ResponseFeatures() {
            @Override
            public List<String> names() {
                return fixed;
            }

            @Override
            public FeatureVector features(String prompt, String response) {
                double[] values =
                        copy.stream()
                                .map(part -> part.features(prompt, response).values())
                                .flatMapToDouble(v -> Arrays.stream(v))
                                .toArray();
                return new FeatureVector(fixed, values);
            }
        };
    }
}
