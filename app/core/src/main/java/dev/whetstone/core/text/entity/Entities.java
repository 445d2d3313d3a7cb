package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.RegexFinder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Values of a kind in a text, and their normalised forms.
///
/// Numbers are runs of digits with thousands separators and decimals, but not the numbers of list
/// items. Money, percentages, dates, doses and the rest are found by their written form.
public final class Entities {
    /// Names what a text remembers of each kind.
    private static final List<String> VALUES =
            Arrays.stream(EntityType.values()).map(type -> "values of " + type).toList();

    private Entities() {}

    /// Where the values stand.
    public static Spans find(TextFeatures text, EntityType type) {
        if (needsDigits(type) && Chars.digitFrom(text.text(), 0) < 0) {
            return Spans.NONE;
        }
        return text.memo(type, t -> search(t, type));
    }

    /// A finder for the values of a kind.
    public static Finder finder(EntityType type) {
        return text -> find(text, type);
    }

    /// The normalised values: `1,000` is `1000`, `30 days` is `1 month`.
    public static Set<String> values(TextFeatures text, EntityType type) {
        return text.memo(
                VALUES.get(type.ordinal()),
                t -> {
                    Set<String> values = new HashSet<>();
                    Spans spans = find(t, type);
                    for (int i = 0; i < spans.count(); i++) {
                        values.add(EntityValue.normalised(type, spans.in(t.text(), i)));
                    }
                    return values;
                });
    }

    private static boolean needsDigits(EntityType type) {
        return switch (type) {
            case NUMBER, MONEY, PERCENT, PHONE, IBAN, DATE -> true;
            case DOSAGE, EMAIL, STATUTE, CASE_CITATION, URL, ENTITY -> false;
        };
    }

    private static Spans search(TextFeatures text, EntityType type) {
        return switch (type) {
            case NUMBER -> Numbers.find(text);
            case IBAN -> Iban.find(text);
            case ENTITY -> Names.capitalised(text);
            case URL -> Urls.find(text.text());
            case MONEY -> Forms.MONEY.find(text);
            case PERCENT -> Forms.PERCENT.find(text);
            case DATE -> Forms.DATE.find(text);
            case PHONE -> Phones.find(text);
            case EMAIL -> text.text().indexOf('@') < 0 ? Spans.NONE : Forms.EMAIL.find(text);
            case DOSAGE -> Forms.DOSAGE.find(text);
            case STATUTE -> Forms.STATUTE.find(text);
            case CASE_CITATION -> Forms.CASE.find(text);
        };
    }

    /// The written forms that an expression describes well.
    private static final class Forms {
        private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
        private static final String MONTH =
                "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                        + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

        static final Finder MONEY =
                RegexFinder.trusted(
                        "(?:(?:us|ca|au)?[$€£¥₹]|\\b(?:usd|eur|gbp|chf|jpy|cad|aud)) ?"
                                + NUMBER
                                + "(?:[ -]?(?:thousand|million|billion|bn|[km]))?\\b|\\b"
                                + NUMBER
                                + "(?: (?:thousand|million|billion))? ?(?:€|£|(?:us )?dollars?\\b"
                                + "|euros?\\b|pounds?\\b|cents?\\b|usd\\b|eur\\b|gbp\\b|chf\\b)");
        static final Finder PERCENT =
                RegexFinder.trusted(
                        "\\b" + NUMBER + " ?(?:%|percent(?:age points?)?\\b|per cent\\b)");
        static final Finder DATE =
                RegexFinder.trusted(
                        "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})\\b|\\b"
                                + MONTH
                                + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|\\b\\d{1,2}(?:st|nd|rd"
                                + "|th)?(?: of)? "
                                + MONTH
                                + "(?:,? \\d{4})?\\b|\\b"
                                + MONTH
                                + " \\d{4}\\b");
        static final Finder EMAIL = RegexFinder.trusted("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+\\b");
        static final Finder DOSAGE =
                RegexFinder.trusted(
                        "\\b"
                                + NUMBER
                                + "(?: ?(?:-|–|to) ?"
                                + NUMBER
                                + ")?[ -]?(?:mg|mcg|µg|μg|ug|milligrams?|micrograms?|ml|millilit(?:re|er)s?"
                                + "|iu|units?|tablets?|capsules?|pills?|drops?|puffs?)\\b"
                                + "|\\b(?:one|two|three|four|half a) (?:tablets?|capsules?|pills?"
                                + "|drops?|puffs?)\\b");
        static final Finder STATUTE =
                RegexFinder.trusted(
                        "§§? ?\\d+[\\w.]*(?:\\(\\w+\\))*|\\b\\d+ (?i:u\\.?s\\.?c\\.?|c\\.?f\\.?r\\.?)"
                                + " (?:§+ ?)?\\d+[\\w.]*|\\b(?i:section|sec\\.|article|art\\.) "
                                + "\\d+[\\w.]*(?:\\(\\w+\\))*(?: (?:of )?(?:the )?[A-Z][\\w' ]{0,60}"
                                + "(?:Act|Code|Law|Regulation))?|\\b[A-Z][A-Za-z]+(?: (?:[A-Z][A-Za-z]+"
                                + "|of|and|for)){0,6} (?:Act|Code)(?: (?:of )?\\d{4})?\\b");
        static final Finder CASE =
                RegexFinder.trusted(
                        "\\b[A-Z][\\w.&']*(?: (?:[A-Z][\\w.&']*|of|the|and|&)){0,5} v\\.? "
                                + "[A-Z][\\w.&']*(?: (?:[A-Z][\\w.&']*|of|the|and|&)){0,5}"
                                + "(?:,? (?:\\[\\d{4}\\]|\\(\\d{4}\\)|\\d+)[\\w .]*\\d+)?"
                                + "|\\b\\d{1,4} (?:U\\.S\\.|F\\.(?:2d|3d|4th)|S\\. ?Ct\\.|P\\.[23]d"
                                + "|N\\.E\\.[23]?d?) \\d{1,5}\\b"
                                + "|\\[\\d{4}\\] [A-Z]{2,6}(?: [A-Z][a-z]+)? \\d+");
    }
}
