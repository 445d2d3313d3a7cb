package dev.whetstone.runtime.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How far the policy is from the reference is measured (Wang and others 2023, f-DPO). Names are
/// TRL's `f_divergence_type`.
public enum FDivergence {
    REVERSE_KL("reverse_kl"),
    FORWARD_KL("forward_kl"),
    JENSEN_SHANNON("js_divergence"),
    /// With [LossParameter#ALPHA_DIVERGENCE].
    ALPHA("alpha_divergence");

    private final String spelled;

    FDivergence(String spelled) {
        this.spelled = spelled;
    }

    @JsonValue
    public String spelled() {
        return spelled;
    }

    /// @throws IllegalArgumentException naming the known ones
    public static FDivergence named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.spelled.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no divergence is called '"
                                                + name
                                                + "': use "
                                                + Arrays.stream(values())
                                                        .map(FDivergence::spelled)
                                                        .collect(Collectors.joining(", "))));
    }
}
