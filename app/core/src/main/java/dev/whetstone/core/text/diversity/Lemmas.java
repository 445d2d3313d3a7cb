package dev.whetstone.core.text.diversity;

import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.reading.Pronunciations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lemmas of English words without regard to their use: "run" the noun is "run" the verb. Irregular
/// forms come from a table of our own; a regular ending is removed where the CMU dictionary holds
/// what is left. A form that is also a noun of its own ("meeting") stays.
final class Lemmas {
    private static final int SHORTEST = 4;

    private static final class Holder {
        static final Lemmas ENGLISH = new Lemmas();
    }

    private final Map<String, String> forms = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final Set<String> compared = new HashSet<>();
    private final Stems stems = new Stems(Pronunciations.english());

    private Lemmas() {
        String section = "";
        for (String line : Resources.lines(Lemmas.class, "lemmas.txt")) {
            if (line.startsWith("[")) {
                section = line;
                continue;
            }
            List<String> words = List.of(line.split(" "));
            switch (section) {
                case "[forms]" -> words.forEach(form -> forms.put(form, words.getFirst()));
                case "[own]" -> own.addAll(words);
                case "[compared]" -> compared.addAll(words);
                default -> throw new IllegalStateException("unknown section " + section);
            }
        }
    }

    static Lemmas english() {
        return Holder.ENGLISH;
    }

    /// @param word in lower case
    String of(String word) {
        String form = forms.get(word);
        if (form != null) {
            return form;
        }
        if (own.contains(word) || word.length() < SHORTEST) {
            return word;
        }
        String positive = positive(word);
        return positive.isEmpty() ? stems.of(word) : positive;
    }

    /// What a comparative or superlative compares; empty for other words.
    private String positive(String word) {
        int ending = word.endsWith("er") ? 2 : word.endsWith("est") ? 3 : 0;
        if (ending == 0) {
            return "";
        }
        String stem = word.substring(0, word.length() - ending);
        String shorter = stem.substring(0, stem.length() - 1);
        if (compared.contains(stem)) {
            return stem;
        }
        if (compared.contains(stem + "e")) {
            return stem + "e";
        }
        if (stem.endsWith("i") && compared.contains(shorter + "y")) {
            return shorter + "y";
        }
        return Stems.endsDoubled(stem) && compared.contains(shorter) ? shorter : "";
    }
}
