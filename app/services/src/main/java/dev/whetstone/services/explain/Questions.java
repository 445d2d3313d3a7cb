package dev.whetstone.services.explain;

import dev.whetstone.core.explain.Clarification;
import java.util.List;
import java.util.Map;

/// The one short question that follows an explanation which is not yet a rule.
final class Questions {
    private static final String OPPOSITE = "opposite";
    private static final String YES_OPPOSITE = "I meant the opposite";
    private static final String KEEP = "Keep it as a note";

    private Questions() {}

    static Question opposite() {
        return new Question(
                OPPOSITE,
                "Taken at its word, this reason speaks for the other reply. Which did you mean?",
                List.of(YES_OPPOSITE, KEEP));
    }

    static boolean saysOpposite(Map<String, String> answers) {
        return YES_OPPOSITE.equals(answers.get(OPPOSITE));
    }

    /// @param skipped words that were not understood
    static Question of(Clarification open, List<String> skipped) {
        return switch (open.kind()) {
            case NONE -> throw new IllegalArgumentException("nothing is open");
            case VAGUE ->
                    ask(
                            "vague",
                            "What makes it so? Name something that one reply has and the other lacks.");
            case FACT ->
                    ask(
                            "fact",
                            "What exactly is wrong? Quote the words, or say what should stand there.");
            case OVERALL -> ask("overall", "What is missing, or what should not be there?");
            case GUIDELINE -> ask("guideline", "Which guideline? Say it in a few words.");
            case MEANING ->
                    ask("meaning", "Which words show it? Mark them in the reply or name them.");
            case TIE ->
                    new Question(
                            "tie",
                            "This sounds like a tie. Choose Tie to record it.",
                            List.of(KEEP));
            case CIRCULAR ->
                    ask("circular", "What does the better reply have that the other lacks?");
            case PARTLY ->
                    ask(
                            "partly",
                            "I did not understand "
                                    + String.join(", ", skipped)
                                    + ". Say it another way, or take the rule for the rest.");
            case NOTHING ->
                    ask(
                            "nothing",
                            "I could not make a rule of this. Say what the reply has or lacks, for"
                                    + " example: no next steps.");
        };
    }

    private static Question ask(String id, String text) {
        return new Question(id, text, List.of(KEEP));
    }
}
