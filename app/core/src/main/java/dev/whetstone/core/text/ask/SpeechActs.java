package dev.whetstone.core.text.ask;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.RegexFinder;
import java.util.List;

/// Greetings, refusals, questions, requests to the reader, definitions.
public final class SpeechActs {
    private static final int LONGEST_GREETING_LINE = 120;
    private static final int DEFINITION_WORDS = 12;

    private static final RegexFinder GREETING =
            RegexFinder.trusted(
                    "^\\W*(?:hi|hello|hey|dear|greetings|welcome|good (?:morning|afternoon|evening|day)"
                            + "|thank you for (?:contacting|reaching|getting in touch|writing|your (?:message"
                            + "|email|e-mail|enquiry|inquiry|letter))|thanks for (?:contacting|reaching"
                            + "|getting in touch|writing|your (?:message|email)))\\b");
    private static final RegexFinder REFUSAL =
            RegexFinder.trusted(
                    "\\b(?:i (?:can(?:no|')t|am (?:not able|unable)|won't|will not|must decline|'m (?:not able"
                            + "|unable))(?: \\w+){0,2} (?:to )?(?:help|assist|provide|answer|do that|comply"
                            + "|fulfil|fulfill|share|give|discuss|create|write|support|advise)"
                            + "|i'm (?:not able|unable) to|i (?:have to|must) (?:decline|refuse)"
                            + "|(?:we|i) (?:are|am) (?:unable|not able) to (?:help|assist|provide|answer)"
                            + "|(?:can't|cannot) (?:help|assist) (?:you )?with (?:that|this)"
                            + "|against (?:my|our) (?:policy|guidelines|programming)"
                            + "|not (?:appropriate|comfortable) (?:for me )?to"
                            + "|as an ai(?: language model)?,? i (?:can't|cannot|don't|do not|am not))");
    private static final RegexFinder YES_NO =
            RegexFinder.trusted(
                    "^(?:so |and |but |then |please tell me |\\W)*(?:is|are|was|were|am|do|does|did|can|could"
                            + "|will|would|should|shall|may|might|must|has|have|had|isn't|aren't|don't"
                            + "|doesn't|didn't|can't|won't) ");
    private static final RegexFinder OR_CHOICE = RegexFinder.trusted("\\bor\\b");
    private static final RegexFinder ASKING =
            RegexFinder.trusted(
                    "\\b(?:please (?:\\w+ ){0,2}(?:provide|send|share|give|enter|tell|confirm|supply|submit"
                            + "|reply|respond|include|let us|let me|verify|type|text|email|call)"
                            + "|(?:could|can|would|will) you (?:\\w+ ){0,2}(?:provide|send|share|give|enter|tell"
                            + "|confirm|supply|submit|let|verify|type)"
                            + "|(?:send|give|tell|provide|share|enter|confirm|verify|reply with|let) (?:us|me|your)"
                            + "|(?:we|i)(?:'ll| will)? (?:also )?need (?:your|you to|to know)"
                            + "|what(?:'s| is| are) your|may i have|do you have (?:your|a|an|any))");
    private static final RegexFinder DEFINITION =
            RegexFinder.trusted(
                    "\\bmeans\\b|\\bmeaning\\b|\\bis defined as\\b|\\brefers to\\b|\\bstands for\\b|\\bthat is\\b"
                            + "|\\bi\\.e\\.|\\bin other words\\b|\\bis (?:a|an|the)\\b|\\bare (?:the|a)\\b|\\bknown as\\b"
                            + "|^\\W{0,3}\\(|^\\W{0,3}[–—=:] ");

    private SpeechActs() {}

    /// Whether the first line that is not blank opens with a greeting.
    public static boolean greets(TextFeatures text) {
        String first = text.text().stripLeading();
        int end = first.indexOf('\n');
        String line = end < 0 ? first : first.substring(0, end);
        String start =
                line.length() > LONGEST_GREETING_LINE
                        ? line.substring(0, LONGEST_GREETING_LINE)
                        : line;
        return GREETING.occursIn(new TextFeatures(start));
    }

    /// Whether the first two sentences decline to answer.
    public static boolean refuses(TextFeatures text) {
        return text.sentenceTexts().stream().limit(2).anyMatch(REFUSAL::occursIn);
    }

    /// The sentences that end in a question mark.
    public static List<TextFeatures> questions(TextFeatures text) {
        return text.sentenceTexts().stream()
                .filter(sentence -> endsAsQuestion(sentence.text()))
                .toList();
    }

    private static boolean endsAsQuestion(String sentence) {
        int at = sentence.length() - 1;
        while (at >= 0 && "\"'”’)]*_!".indexOf(sentence.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && (sentence.charAt(at) == '?' || sentence.charAt(at) == '？');
    }

    /// Whether some question starts with a verb that yes or no answers, and offers no choice.
    public static boolean asksYesNo(TextFeatures text) {
        return questions(text).stream()
                .anyMatch(
                        question ->
                                YES_NO.occursIn(question) && !OR_CHOICE.occursIn(question));
    }

    /// Whether a sentence that holds the pattern asks the reader: by a request or a question mark.
    public static boolean asksReaderFor(TextFeatures text, Finder pattern) {
        if (!pattern.occursIn(text)) {
            return false;
        }
        return text.sentenceTexts().stream()
                .filter(pattern::occursIn)
                .anyMatch(s -> endsAsQuestion(s.text()) || ASKING.occursIn(s));
    }

    /// Whether a definition's wording follows within 12 words of some match, or a match stands in
    /// brackets behind its long form.
    public static boolean defines(TextFeatures text, Finder pattern) {
        Spans found = pattern.find(text);
        for (int i = 0; i < found.count(); i++) {
            int first = text.words().at(found.end(i));
            int last = Math.min(first + DEFINITION_WORDS, text.words().count()) - 1;
            int end =
                    last < first
                            ? Math.min(text.text().length(), found.end(i) + 4)
                            : text.words().end(last);
            String following = text.text().substring(found.end(i), end);
            boolean bracketed =
                    found.start(i) > 1
                            && text.text().charAt(found.start(i) - 1) == '('
                            && Chars.isBlank(text.text().charAt(found.start(i) - 2));
            if (bracketed || DEFINITION.occursIn(new TextFeatures(following))) {
                return true;
            }
        }
        return false;
    }
}
