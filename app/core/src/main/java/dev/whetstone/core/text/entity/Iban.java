package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.RegexFinder;

/// Bank account numbers by ISO 13616: country, two check digits, up to 30 characters; the whole
/// number modulo 97 is 1.
final class Iban {
    private static final Finder FORM =
            RegexFinder.trusted("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private Iban() {}

    static Spans find(TextFeatures text) {
        Spans candidates = FORM.find(text);
        Spans.Builder found = new Spans.Builder();
        for (int i = 0; i < candidates.count(); i++) {
            int end = checkedEnd(text.text(), candidates.start(i), candidates.end(i));
            if (end > 0) {
                found.add(candidates.start(i), end);
            }
        }
        return found.build();
    }

    /// The longest prefix, cut at blanks, that passes the check; a word in capitals may follow.
    private static int checkedEnd(String text, int start, int end) {
        int to = end;
        while (to > start) {
            if (isValid(text.substring(start, to).replace(" ", ""))) {
                return to;
            }
            to = text.lastIndexOf(' ', to - 1);
        }
        return -1;
    }

    static boolean isValid(String iban) {
        if (iban.length() < SHORTEST || iban.length() > LONGEST) {
            return false;
        }
        String turned = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int digit = Character.digit(turned.charAt(i), 36);
            if (digit < 0) {
                return false;
            }
            rest = (digit > 9 ? rest * 100 + digit : rest * 10 + digit) % 97;
        }
        return rest == 1;
    }
}
