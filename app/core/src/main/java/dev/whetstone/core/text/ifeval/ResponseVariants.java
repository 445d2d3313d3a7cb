package dev.whetstone.core.text.ifeval;

import java.util.ArrayList;
import java.util.List;

/// The eight readings of IFEval's loose score: the text as it is, without its first line, without
/// its last, without both, and each of these without asterisks.
public final class ResponseVariants {
    private ResponseVariants() {}

    /// Those that are not blank, without repetitions; the text itself first.
    public static List<String> of(String text) {
        int first = text.indexOf('\n');
        int last = text.lastIndexOf('\n');
        String noFirst = first < 0 ? "" : text.substring(first + 1).strip();
        String noLast = last < 0 ? "" : text.substring(0, last).strip();
        String inner = last <= first ? "" : text.substring(first + 1, last).strip();
        List<String> variants = new ArrayList<>();
        for (String variant : List.of(text, noFirst, noLast, inner)) {
            add(variants, variant);
        }
        for (String variant : List.of(text, noFirst, noLast, inner)) {
            add(variants, variant.replace("*", ""));
        }
        return variants;
    }

    private static void add(List<String> variants, String variant) {
        if (!variant.isBlank() && !variants.contains(variant)) {
            variants.add(variant);
        }
    }
}
