package dev.whetstone.desktop.text;

/// A rule's reading as a heading: the verdict first, as on a chip: "Worse if the reply ...".
public final class RuleWords {
    private static final String IF = "if ";
    private static final String WORSE = ", it is worse";
    private static final String BETTER = ", it is better";
    private static final String OVER = "a response is better if ";

    private RuleWords() {}

    /// The reading with its verdict first; a reading of another form only gets its capital.
    public static String title(String sentence) {
        if (sentence.startsWith(IF) && sentence.endsWith(WORSE)) {
            return "Worse if " + inner(sentence, WORSE);
        }
        if (sentence.startsWith(IF) && sentence.endsWith(BETTER)) {
            return "Better if " + inner(sentence, BETTER);
        }
        if (sentence.startsWith(OVER)) {
            return "Better if " + sentence.substring(OVER.length());
        }
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + sentence.substring(1);
    }

    private static String inner(String sentence, String end) {
        return sentence.substring(IF.length(), sentence.length() - end.length());
    }

    /// Which way a rule points.
    public enum Pointing {
        WORSE,
        BETTER,
        PREFER
    }

    public static Pointing pointing(String ruleText) {
        if (ruleText.startsWith("bad")) {
            return Pointing.WORSE;
        }
        return ruleText.startsWith("good") ? Pointing.BETTER : Pointing.PREFER;
    }
}
