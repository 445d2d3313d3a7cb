package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.RegexFinder;

/// Phone numbers: 7 to 15 digits in at least two groups, or behind a plus sign.
final class Phones {
    private static final Finder FORM =
            RegexFinder.trusted(
                    "(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{1,5}\\)[ .-]?)?\\d{2,5}(?:[ .-]\\d{2,5}){1,4}\\b"
                            + "|\\+\\d{7,15}\\b");

    private Phones() {}

    static Spans find(TextFeatures text) {
        Spans candidates = FORM.find(text);
        if (candidates.isEmpty()) {
            return candidates;
        }
        Spans dates = Entities.find(text, EntityType.DATE);
        Spans ibans = Entities.find(text, EntityType.IBAN);
        Spans.Builder found = new Spans.Builder();
        for (int i = 0; i < candidates.count(); i++) {
            int start = candidates.start(i);
            String value = candidates.in(text.text(), i);
            long digits = value.chars().filter(c -> Chars.isDigit((char) c)).count();
            boolean insideWord = start > 0 && Chars.inWord(text.text().charAt(start - 1));
            boolean range = value.matches("\\d{4} ?[-.] ?\\d{4}");
            if (digits >= 7
                    && digits <= 15
                    && !insideWord
                    && !range
                    && !dates.covers(start)
                    && !ibans.covers(start)) {
                found.add(start, candidates.end(i));
            }
        }
        return found.build();
    }
}
