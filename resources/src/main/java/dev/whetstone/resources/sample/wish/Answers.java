package dev.whetstone.resources.sample.wish;

import dev.whetstone.resources.sample.world.AnswersImplied;
import dev.whetstone.resources.sample.world.Attribute;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a reply answers one of the questions of a message.
final class Answers {
    // what a question is about; a question that fits nothing counts as not answered
    private static final Map<String, Pattern> KINDS =
            Map.ofEntries(
                    kind("yesno.cover", "\\bcover|will the insurance pay|going to pay"),
                    kind("yesno.photos", "\\b(photos|pictures)\\b"),
                    kind("yesno.email", "\\bemail\\b"),
                    kind("yesno.repair", "\\b(repair|repaired|builder)\\b"),
                    kind("yesno.keep", "\\b(keep|throw)\\b"),
                    kind("yesno.replace", "\\b(buy|replace)\\b"),
                    kind("yesno.receipt", "\\breceipt\\b"),
                    kind("yesno.instalments", "\\b(monthly parts|by month|smaller parts)\\b"),
                    kind("yesno.refund", "\\b(money back|refund)\\b"),
                    kind("yesno.objection", "\\bappeal\\b"),
                    kind("yesno.moretime", "\\bmore time\\b"),
                    kind("days.decision", "\\bhow many days (will|do you|does)|in how many days"),
                    kind("days.left", "\\bhow many days (do i|are)"),
                    kind("other.who", "^who\\b"),
                    kind("other.next", "\\bnext\\b|have to do now"),
                    kind("other.excess", "\\bexcess\\b"),
                    kind("other.papers", "^(which papers|what do you need)"),
                    kind("other.why", "^why\\b|\\bthe reason\\b"));

    private Answers() {}

    static boolean any(
            MessageText message, ReplyText reply, Set<Attribute> found, PatternBook book) {
        for (String question : message.questions()) {
            for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
                if (kind.getValue().matcher(question).find()
                        && answers(kind.getKey(), reply, found, book)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean answers(
            String kind, ReplyText reply, Set<Attribute> found, PatternBook book) {
        String section = "answer." + kind.substring(kind.indexOf('.') + 1);
        return AnswersImplied.by(kind, found) || book.matchesAny(section, reply.sentences());
    }

    private static Map.Entry<String, Pattern> kind(String name, String pattern) {
        return Map.entry(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
