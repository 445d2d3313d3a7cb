package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import java.util.List;

/// Relations between places in a text.
final class Places {
    private Places() {}

    /// Whether a place of each list lie in one paragraph with fewer than `most` + 1 words from the
    /// end of one to the start of the other, counting the latter's first word.
    static boolean near(TextFeatures text, Spans first, Spans second, int most) {
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        Words words = text.words();
        for (int i = 0; i < first.count(); i++) {
            for (int j = 0; j < second.count(); j++) {
                boolean ahead = first.start(i) <= second.start(j);
                int leftEnd = ahead ? first.end(i) : second.end(j);
                int rightStart = ahead ? second.start(j) : first.start(i);
                int between = words.at(rightStart) - words.at(Math.max(0, leftEnd - 1));
                if (between <= most && sameParagraph(text.text(), leftEnd, rightStart)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameParagraph(String text, int from, int to) {
        boolean lineBreak = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (lineBreak) {
                    return false;
                }
                lineBreak = true;
            } else if (!Character.isWhitespace(c)) {
                lineBreak = false;
            }
        }
        return true;
    }

    /// Whether all lists have a place and their first ones come in this order.
    static boolean inOrder(List<Spans> places) {
        int last = -1;
        for (Spans spans : places) {
            if (spans.isEmpty() || spans.start(0) <= last) {
                return false;
            }
            last = spans.start(0);
        }
        return true;
    }
}
