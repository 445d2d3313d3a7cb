package dev.whetstone.core.text.ask;

import dev.whetstone.core.text.CountedThing;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.entity.NumberWords;
import dev.whetstone.core.text.match.RegexFinder;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a prompt asks for, by the wording of requests.
public final class Requests {
    private static final Map<RequestType, RegexFinder> FORMS = forms();
    private static final String NUMBER =
            "(\\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
                    + "|thirty|fifty|hundred|dozen)";
    private static final Map<CountedThing, Pattern> NUMBERS = numbers();

    private Requests() {}

    public static boolean asksFor(TextFeatures prompt, RequestType type) {
        RegexFinder form = FORMS.get(type);
        return form != null && prompt.memo(type, t -> form.occursIn(t));
    }

    /// The number of things that a prompt asks for; empty when it states none.
    public static OptionalDouble askedNumber(TextFeatures prompt, CountedThing thing) {
        Pattern form = NUMBERS.get(thing);
        if (form == null) {
            return OptionalDouble.empty();
        }
        Matcher matcher = form.matcher(prompt.folded());
        if (!matcher.find()) {
            return OptionalDouble.empty();
        }
        String number = matcher.group(1);
        return Character.isDigit(number.charAt(0))
                ? OptionalDouble.of(Double.parseDouble(number))
                : NumberWords.value(number);
    }

    private static Map<RequestType, RegexFinder> forms() {
        Map<RequestType, RegexFinder> forms = new EnumMap<>(RequestType.class);
        for (String line : Resources.lines(Requests.class, "requests.txt")) {
            int colon = line.indexOf(':');
            forms.put(
                    RequestType.of(line.substring(0, colon)).orElseThrow(),
                    RegexFinder.trusted(line.substring(colon + 1).strip()));
        }
        return forms;
    }

    // bounded repeats and fixed words only: these expressions run in linear time
    private static Map<CountedThing, Pattern> numbers() {
        Map<CountedThing, Pattern> forms = new EnumMap<>(CountedThing.class);
        String lead = "\\b" + NUMBER + "[ -](?:[a-z]{2,15} ){0,2}?";
        forms.put(CountedThing.WORDS, Pattern.compile("\\b" + NUMBER + "[ -]words?\\b"));
        forms.put(CountedThing.SENTENCES, Pattern.compile(lead + "sentences?\\b"));
        forms.put(CountedThing.PARAGRAPHS, Pattern.compile(lead + "paragraphs?\\b"));
        forms.put(
                CountedThing.ITEMS,
                Pattern.compile(
                        lead
                                + "(?:items?|bullets?|bullet points?|points?|steps?|examples?|reasons?"
                                + "|tips?|ways?|ideas?|options?|suggestions?|questions?|facts?|names?"
                                + "|things?|benefits?|advantages?)\\b"));
        return forms;
    }
}
