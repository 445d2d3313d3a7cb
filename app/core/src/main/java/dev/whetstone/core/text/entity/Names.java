package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.core.text.match.RegexFinder;
import dev.whetstone.core.text.match.UnionFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Names: runs of capitalised words, and names of people that a text gives away.
public final class Names {
    private static final Set<String> NEVER =
            Set.of("I", "I'm", "I'd", "I'll", "I've", "AI", "OK", "FAQ", "Mr", "Mrs", "Ms", "Dr");

    /// What a person's name follows or precedes.
    private static final Finder INTRODUCED =
            RegexFinder.trusted(
                    "(?i:my name is|my name's|this is|i am|i'm|name:|dear|hi|hello|regards,|sincerely,"
                            + "|thanks,|yours,|cheers,)\\s+(?:(?:Mr|Mrs|Ms|Dr)\\.? )?[A-Z]\\p{L}+"
                            + "(?: [A-Z]\\p{L}+)?|\\b(?:Mr|Mrs|Ms|Dr)\\.? [A-Z]\\p{L}+(?: [A-Z]\\p{L}+)?");

    private Names() {}

    /// Runs of capitalised words that do not only open a sentence.
    static Spans capitalised(TextFeatures text) {
        Words words = text.words();
        String chars = text.text();
        Spans sentences = text.sentences();
        Set<Integer> openers = new TreeSet<>();
        for (int i = 0; i < sentences.count(); i++) {
            openers.add(words.at(sentences.start(i)));
        }
        Spans.Builder found = new Spans.Builder();
        int at = 0;
        while (at < words.count()) {
            if (!isCapitalised(chars, words, at)) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < words.count()
                    && !openers.contains(end)
                    && isCapitalised(chars, words, end)
                    && words.start(end) - words.end(end - 1) == 1
                    && " -&".indexOf(chars.charAt(words.end(end - 1))) >= 0) {
                end++;
            }
            int first = openers.contains(at) ? at + 1 : at;
            if (first < end) {
                found.add(words.start(first), words.end(end - 1));
            }
            at = end;
        }
        return found.build();
    }

    private static boolean isCapitalised(String text, Words words, int index) {
        if (!Character.isUpperCase(text.charAt(words.start(index)))) {
            return false;
        }
        return !NEVER.contains(
                text.substring(words.start(index), words.end(index)).replace('’', '\''));
    }

    /// The names of people that a text introduces (`my name is ...`, `Dear ...`, a signature), each
    /// found elsewhere by its full form or its first or last part.
    public static Finder peopleIn(TextFeatures text) {
        return text.memo("people", Names::people);
    }

    private static Finder people(TextFeatures text) {
        Spans introduced = INTRODUCED.find(text);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < introduced.count(); i++) {
            Words words = Words.of(introduced.in(text.text(), i));
            String passage = introduced.in(text.text(), i);
            List<String> parts = new ArrayList<>();
            for (int w = words.count() - 1; w >= 0; w--) {
                String word = passage.substring(words.start(w), words.end(w));
                if (!Character.isUpperCase(word.charAt(0)) || isCue(word)) {
                    break;
                }
                parts.addFirst(word);
            }
            names.addAll(parts);
            if (parts.size() > 1) {
                names.add(String.join(" ", parts));
            }
        }
        return new UnionFinder(
                names.stream().map(name -> (Finder) LiteralFinder.of(name)).toList());
    }

    private static boolean isCue(String word) {
        return Set.of(
                        "Mr", "Mrs", "Ms", "Dr", "Dear", "Hi", "Hello", "I", "I'm", "My", "This",
                        "Thanks", "Regards", "Sincerely", "Yours", "Cheers", "Name", "Sir", "Madam",
                        "Team", "Customer", "Support", "All", "There", "Everyone")
                .contains(word);
    }
}
