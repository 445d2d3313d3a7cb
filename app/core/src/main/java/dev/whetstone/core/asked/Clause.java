package dev.whetstone.core.asked;

import java.util.regex.Pattern;

/// A sentence of a prompt in small letters, and whether something in it is asked of the response.
/// Nothing is taken for a request that could be a report, a question about texts, or a task about
/// programs.
///
/// @param text with quotes blotted out
/// @param offset of its first character in the prompt
record Clause(PromptText prompt, String text, int offset) {
    private static final String VERBS =
            "(?:write|compose|draft|create|generate|produce|give|provide|make|list|describe|explain"
                    + "|summari[sz]e|answer|respond|reply|tell|name|present|show|put|format|return"
                    + "|output|use|keep|limit|include|add|end|finish|conclude|close|start|begin|open"
                    + "|avoid|do not|don't|never|translate|rewrite|rephrase|paraphrase|outline"
                    + "|discuss|compare|define|suggest|extract|wrap|highlight|mention|state|say"
                    + "|convert|organi[sz]e|prepare|recommend|propose|review|convince|introduce|help)";
    private static final Pattern IMPERATIVE =
            Pattern.compile(
                    "(?:^|[,;:(]\\s*|\\b(?:please|and|then|but|also|kindly|just|can you|could you"
                            + "|would you|will you|you (?:should|must|need to|have to|can|may)"
                            + "|make sure (?:to|that you)|be sure to|i (?:want|need|would like) you"
                            + " to|i'd like you to|should|must)\\s+(?:please |only |also |just |not )*)"
                            + VERBS
                            + "\\b");
    private static final Pattern ABOUT_RESPONSE =
            Pattern.compile(
                    "\\bso (?:that )?it (?:has|is|uses|contains)\\b"
                            + "|\\b(?:your|the|this|each) (?:entire |whole |final |complete |full )?(?:response"
                            + "|answer|reply|output|essay|e-?mail|letter|summary|poem|story|(?:blog )?post"
                            + "|text|message|review|article|paragraph|description|explanation|title|headline"
                            + "|caption|slogan|dialogue|narrative|speech|guide|report|analysis|proposal"
                            + "|sentence|question|plan|piece|tweet|passage)s?"
                            + "(?: itself)? (?:should|must|needs? to|has to|have to|shall|is to|can"
                            + " only|cannot|can't|may not)\\b|^it (?:should|must|needs to|has"
                            + " to)\\b|\\bi (?:need|want|would like) (?:(?:a|an|your)\\b|$)|\\bi'd like"
                            + " (?:(?:a|an)\\b|$)|\\bin which\\b.{0,60}\\b(?:should|must)\\b");
    private static final Pattern REPORT =
            Pattern.compile(
                    "\\b(?:says|said|states|stated|reads|told|asks|asked|requires|required|claims"
                            + "|claimed|wrote|answered|replied|whether|check that|check if)\\b"
                            + "|\\b(?:how|ways?|tips|why)\\b.{1,60}\\b(?:keep|write|make|cut|limit|answer"
                            + "|say|speak|respond|shorten)\\b"
                            + "|\\bwhat\\b.{1,40}\\b(?:meant|means?|answer|essay|summary)\\b"
                            + "|\\bi (?:have|had|must|am|was|type|say|wrote)\\b|\\bhow to\\b");
    private static final Pattern QUESTION =
            Pattern.compile(
                    "^(?:what|how|why|when|who|whom|whose|which|where|is|are|was|were|does|do (?!not)"
                            + "|did|has|have|had|should|will (?!you)|would (?!you)|could (?!you)"
                            + "|can (?!you))\\b");
    private static final Pattern PROGRAMS =
            Pattern.compile(
                    "\\b(?:functions?|programs?|scripts?|code|regex|regular expressions?|class"
                            + "|methods?|api|parsers?|unit tests?|query|queries|sql|passwords?"
                            + "|columns?|html|css|algorithms?|app|strings?|variables?|database|python"
                            + "|java|javascript|excel|spreadsheet|formula)\\b");
    private static final Pattern LEAD =
            Pattern.compile(
                    "[\\s(\"]*(?:please\\s+)?(?:(?:and|but|also|length|limit|note|format|use|in|with"
                            + "|about|answer|requirements?)\\b[\\s:,]*){0,2}");
    private static final Pattern DESCRIBED =
            Pattern.compile(
                    "\\b(?:has|have|had|contains?|needs?|requires?|reach(?:es)?|covers?|is|are|was"
                            + "|were|uses?|takes?|wants?|people|who)(?: to be)? $");
    private static final Pattern TASK =
            Pattern.compile(
                    "\\b(?:(?:task|job|goal) is to|you (?:need|have) to|you (?:must|should))\\b");
    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|n't|don't|never|without|avoid|no)\\s+(?:\\w+\\s+){0,3}$");

    /// Whether what starts at a place is asked of the response: after an imperative or "your answer
    /// should" in the same sentence, or as a sentence of its own.
    ///
    /// @param end where it ends
    boolean requests(int start, int end) {
        String before = text.substring(0, start);
        if (REPORT.matcher(before).find()) {
            return false;
        }
        if (LEAD.matcher(before).matches()) {
            return endsThere(end);
        }
        if (PROGRAMS.matcher(before).find()) {
            return false;
        }
        boolean asked =
                (IMPERATIVE.matcher(text).region(0, start).find()
                                && !DESCRIBED.matcher(before).find())
                        || ABOUT_RESPONSE.matcher(before).find();
        return asked && !QUESTION.matcher(text).find();
    }

    /// Whether the imperative itself starts at a place.
    boolean commands(int start) {
        String before = text.substring(0, start);
        if (REPORT.matcher(before).find()
                || PROGRAMS.matcher(before).find()
                || QUESTION.matcher(text).find()) {
            return false;
        }
        var imperative = IMPERATIVE.matcher(text);
        while (imperative.find()) {
            if (imperative.end() > start && imperative.start() <= start) {
                return true;
            }
        }
        return LEAD.matcher(before).matches();
    }

    private boolean endsThere(int end) {
        return text.substring(end)
                .matches(
                        "(?s)\\s*(?:$|[.,;:!?)].*|(?:please|long|in total|in length|only|about|on"
                                + "|or|and|to|when|at all|allowed|are allowed|in your|in the)\\b.*)");
    }

    /// Whether a place is in a command, or in "your task is to ...".
    boolean isTask(int start) {
        String before = text.substring(0, start);
        return commands(start) || TASK.matcher(before).find() && !QUESTION.matcher(text).find();
    }

    /// Whether what comes before a place says that the response is spoken of.
    boolean speaksOfResponse(int start) {
        String before = text.substring(0, start);
        return ABOUT_RESPONSE.matcher(before).find()
                && !REPORT.matcher(before).find()
                && !QUESTION.matcher(text).find();
    }

    /// Whether one of the words just before a place negates it.
    boolean isNegated(int start) {
        return NEGATED.matcher(text.substring(0, start)).find();
    }

    /// The asker's words between two places of the clause, quotes not blotted out.
    String original(int start, int end) {
        return prompt.original(offset + start, offset + end);
    }
}
