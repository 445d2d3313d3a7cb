package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Guesses the base forms of an English word by undoing regular endings; the lexicon decides which
/// guess exists. Irregular forms that explanations use are listed.
final class Inflection {
    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("is", "be"),
                    Map.entry("are", "be"),
                    Map.entry("was", "be"),
                    Map.entry("were", "be"),
                    Map.entry("been", "be"),
                    Map.entry("being", "be"),
                    Map.entry("am", "be"),
                    Map.entry("has", "have"),
                    Map.entry("had", "have"),
                    Map.entry("having", "have"),
                    Map.entry("does", "do"),
                    Map.entry("did", "do"),
                    Map.entry("doing", "do"),
                    Map.entry("done", "do"),
                    Map.entry("gave", "give"),
                    Map.entry("given", "give"),
                    Map.entry("said", "say"),
                    Map.entry("told", "tell"),
                    Map.entry("left", "leave"),
                    Map.entry("leaving", "leave"),
                    Map.entry("forgot", "forget"),
                    Map.entry("forgotten", "forget"),
                    Map.entry("wrote", "write"),
                    Map.entry("written", "write"),
                    Map.entry("made", "make"),
                    Map.entry("began", "begin"),
                    Map.entry("sent", "send"),
                    Map.entry("meant", "mean"),
                    Map.entry("kept", "keep"),
                    Map.entry("got", "get"),
                    Map.entry("put", "put"),
                    Map.entry("spoke", "speak"),
                    Map.entry("shown", "show"),
                    Map.entry("better", "good"),
                    Map.entry("best", "good"),
                    Map.entry("worse", "bad"),
                    Map.entry("less", "little"));

    private Inflection() {}

    /// The word itself, then every form it may be an inflection of.
    static List<String> bases(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            forms.add(irregular);
        }
        strip(word, "ies", "y", forms);
        strip(word, "es", "", forms);
        strip(word, "s", "", forms);
        strip(word, "ied", "y", forms);
        stripStem(word, "ed", forms);
        stripStem(word, "ing", forms);
        stripStem(word, "er", forms);
        strip(word, "iest", "y", forms);
        strip(word, "ier", "y", forms);
        stripStem(word, "est", forms);
        return new ArrayList<>(forms);
    }

    private static void strip(String word, String ending, String replacement, Set<String> forms) {
        if (word.endsWith(ending)
                && word.length() - ending.length() >= 2
                && !(ending.equals("s") && word.endsWith("ss"))) {
            forms.add(word.substring(0, word.length() - ending.length()) + replacement);
        }
    }

    /// Undoes an ending that may have doubled the last consonant or swallowed an e.
    private static void stripStem(String word, String ending, Set<String> forms) {
        if (!word.endsWith(ending) || word.length() - ending.length() < 2) {
            return;
        }
        String stem = word.substring(0, word.length() - ending.length());
        forms.add(stem);
        forms.add(stem + "e");
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
            forms.add(stem.substring(0, last));
        }
    }
}
