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
                    Map.entry("broke", "break"),
                    Map.entry("broken", "break"),
                    Map.entry("brought", "bring"),
                    Map.entry("built", "build"),
                    Map.entry("bought", "buy"),
                    Map.entry("caught", "catch"),
                    Map.entry("chose", "choose"),
                    Map.entry("chosen", "choose"),
                    Map.entry("came", "come"),
                    Map.entry("dealt", "deal"),
                    Map.entry("drew", "draw"),
                    Map.entry("drawn", "draw"),
                    Map.entry("felt", "feel"),
                    Map.entry("found", "find"),
                    Map.entry("went", "go"),
                    Map.entry("gone", "go"),
                    Map.entry("goes", "go"),
                    Map.entry("grew", "grow"),
                    Map.entry("held", "hold"),
                    Map.entry("hid", "hide"),
                    Map.entry("hidden", "hide"),
                    Map.entry("heard", "hear"),
                    Map.entry("knew", "know"),
                    Map.entry("known", "know"),
                    Map.entry("laid", "lay"),
                    Map.entry("led", "lead"),
                    Map.entry("lent", "lend"),
                    Map.entry("lost", "lose"),
                    Map.entry("met", "meet"),
                    Map.entry("paid", "pay"),
                    Map.entry("ran", "run"),
                    Map.entry("saw", "see"),
                    Map.entry("seen", "see"),
                    Map.entry("sold", "sell"),
                    Map.entry("showed", "show"),
                    Map.entry("shone", "shine"),
                    Map.entry("spent", "spend"),
                    Map.entry("stood", "stand"),
                    Map.entry("spelt", "spell"),
                    Map.entry("spelled", "spell"),
                    Map.entry("swore", "swear"),
                    Map.entry("sworn", "swear"),
                    Map.entry("took", "take"),
                    Map.entry("taken", "take"),
                    Map.entry("taught", "teach"),
                    Map.entry("thought", "think"),
                    Map.entry("threw", "throw"),
                    Map.entry("thrown", "throw"),
                    Map.entry("understood", "understand"),
                    Map.entry("wore", "wear"),
                    Map.entry("won", "win"),
                    Map.entry("misled", "mislead"),
                    Map.entry("misspelt", "misspell"),
                    Map.entry("begun", "begin"),
                    Map.entry("ended", "end"),
                    Map.entry("shrank", "shrink"),
                    Map.entry("forbade", "forbid"),
                    Map.entry("forbidden", "forbid"),
                    Map.entry("hung", "hang"),
                    Map.entry("children", "child"),
                    Map.entry("men", "man"),
                    Map.entry("women", "woman"),
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
        if (word.length() > 4) {
            // "beer" is no form of "be"
            stripStem(word, "er", forms);
        }
        // "summarise" is "summarize", "colour" is "color"
        for (String form : List.copyOf(forms)) {
            if (form.endsWith("ise") && form.length() > 6) {
                forms.add(form.substring(0, form.length() - 3) + "ize");
            } else if (form.endsWith("our") && form.length() > 4) {
                forms.add(form.substring(0, form.length() - 3) + "or");
            }
        }
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
