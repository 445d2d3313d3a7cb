package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many things the response is to list, and how long its sentences or paragraphs may be.
final class ListForms {
    private static final String VERB =
            "(?:list|give|provide|suggest|write|generate|create|recommend|propose|come up with"
                    + "|share|tell|make|brainstorm|offer|identify|think of|produce"
                    + "|outline)";
    private static final String COUNTED =
            "\\b(?!(?:words|sentences|paragraphs|characters|lines|pages|stanzas|verses|times|minutes"
                    + "|hours|days|weeks|months|years|seconds|dollars|euros|people|persons|cups"
                    + "|grams|miles|points|bullets|numbers|digits|parts|players|sections|chapters"
                    + "|acts|scenes|turns|columns|rows|tables|functions|classes|files|threads|users"
                    + "|instances|others|is|was|has|as|this|pass|class|plus|less|across|series)\\b)"
                    + "\\p{L}{2,}s\\b";
    private static final Pattern ITEMS =
            Pattern.compile(
                    "\\b"
                            + VERB
                            + " (?:me |us |out |up |a list of |the |some |my )*(?:top |best )?(?:"
                            + Amount.RELATION
                            + " )?"
                            + Amount.NUMBER
                            + "\\+? (?:(?:different|more|new|good|main|key|creative|possible|common|unique|"
                            + "short|popular|similar|interesting|\\p{L}+(?:al|ive|ed|ing|ic|ous|ful|ble)"
                            + "|\\p{L}+) ){0,2}?"
                            + COUNTED);
    private static final Pattern LIST_OF =
            Pattern.compile(
                    "\\b(?:an? |the )?list of (?:"
                            + Amount.RELATION
                            + " )?"
                            + Amount.NUMBER
                            + " (?:\\p{L}+ ){0,2}?"
                            + COUNTED);
    private static final Pattern EACH =
            Pattern.compile(
                    "\\bno (sentence|paragraph)s? (?:should |must |may |can |to |is |are )*(?:be |have |contain"
                            + " |exceed )*(?:longer than |more than |over )?"
                            + Amount.NUMBER
                            + " words\\b");
    private static final Pattern SENTENCES_OF =
            Pattern.compile(
                    "\\b(?:use|write|with|in|using)(?: only| in)? "
                            + Amount.NUMBER
                            + "-word sentences\\b");
    /// Another form in the same sentence, in which things are not list items.
    private static final Pattern OTHER_FORM =
            Pattern.compile(
                    "\\b(?:json|yaml|csv|xml|html|tables?|code|paragraphs?|essay|story|poem|dialogue"
                            + "|sentences?)\\b");
    private static final int FEWEST = 3;
    private static final int MOST = 50;

    private ListForms() {}

    static void find(Clause clause, Found found) {
        for (Pattern form : List.of(ITEMS, LIST_OF)) {
            Matcher words = form.matcher(clause.text());
            while (words.find()) {
                boolean asked =
                        form == ITEMS
                                ? clause.commands(words.start())
                                : clause.requests(words.start(), words.end());
                double number = Amount.value(words.group(2));
                if (asked
                        && number >= FEWEST
                        && number <= MOST
                        && !OTHER_FORM.matcher(clause.text()).find()
                        && !clause.isNegated(words.start())) {
                    found.add(clause, words, items(words.group(1), number));
                }
            }
        }
        Matcher each = EACH.matcher(clause.text());
        while (each.find()) {
            found.add(
                    clause,
                    each,
                    all(each.group(1), Relation.AT_MOST, Amount.value(each.group(2))));
        }
        Matcher sentences = SENTENCES_OF.matcher(clause.text());
        while (sentences.find()) {
            if (clause.isTask(sentences.start())
                    || clause.requests(sentences.start(), sentences.end())) {
                found.add(
                        clause,
                        sentences,
                        all("sentence", Relation.EQUAL, Amount.value(sentences.group(1))));
            }
        }
    }

    /// Items may have items of their own, so a number without "exactly" is the least.
    private static List<Bool> items(@Nullable String relation, double number) {
        Num items = Call.of(Function.LIST_ITEMS, Scope.RESPONSE);
        return relation == null
                ? Amount.is(items, Relation.AT_LEAST, number)
                : Amount.conditions(items, relation, number);
    }

    private static Bool all(String part, Relation relation, double words) {
        Function parts = part.equals("sentence") ? Function.SENTENCES_OF : Function.PARAGRAPHS_OF;
        return Call.of(
                Function.ALL,
                Call.of(parts, Scope.RESPONSE),
                new Bool.Compare(
                        Call.of(Function.WORDS, Scope.ITEM), relation, new Num.Constant(words)));
    }
}
