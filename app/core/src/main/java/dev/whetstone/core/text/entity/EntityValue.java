package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.EntityType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One spelling for values that mean the same.
final class EntityValue {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,9})?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private EntityValue() {}

    static String normalised(EntityType type, String value) {
        String folded = Chars.fold(value).strip();
        return switch (type) {
            case NUMBER, PERCENT -> number(folded);
            case MONEY -> currency(folded) + amount(folded);
            case DATE -> date(folded);
            case PHONE -> folded.replaceAll("\\D", "").replaceFirst("^00", "");
            case IBAN -> folded.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            case DOSAGE -> folded.replaceAll("[\\s-]", "").replace(",", "").replaceFirst("s$", "");
            case EMAIL, URL -> folded.replaceFirst("/$", "");
            case STATUTE -> folded.replaceAll("\\b(?:section|sec\\.|§+)\\s*", "§").replaceAll("\\s", "");
            case CASE_CITATION -> folded.replaceAll("\\bv\\.? ", "v ").replaceAll("\\s+", " ");
            case ENTITY -> folded.replaceFirst("'s$", "");
        };
    }

    /// The first number in a text, without separators and trailing zeros; the text when none.
    static String number(String text) {
        if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return String.valueOf(Integer.parseInt(text));
        }
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find()
                ? plain(Double.parseDouble(matcher.group().replace(",", "")))
                : text;
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String amount(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        double value = Double.parseDouble(matcher.group().replace(",", ""));
        String rest = text.substring(matcher.end());
        if (rest.matches("[ -]?(?:thousand|k).*")) {
            value *= 1e3;
        } else if (rest.matches("[ -]?(?:million|m)\\b.*")) {
            value *= 1e6;
        } else if (rest.matches("[ -]?(?:billion|bn).*")) {
            value *= 1e9;
        } else if (rest.matches(" ?cents?")) {
            value /= 100;
        }
        return plain(value);
    }

    private static String currency(String text) {
        if (text.contains("€") || text.contains("eur")) {
            return "€";
        }
        if (text.contains("£") || text.contains("pound") || text.contains("gbp")) {
            return "£";
        }
        return text.contains("$") || text.contains("dollar") || text.contains("usd") || text.contains("cent")
                ? "$"
                : text.replaceAll("[\\d.,\\s]", "");
    }

    /// `d.m.` or `d.m.y`, where the month is named; otherwise the digits as they stand.
    private static String date(String text) {
        Matcher iso = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})").matcher(text);
        if (iso.matches()) {
            return Integer.parseInt(iso.group(3)) + "." + Integer.parseInt(iso.group(2)) + "." + iso.group(1);
        }
        Matcher name = Pattern.compile("[a-z]{3,}").matcher(text);
        while (name.find()) {
            int month = MONTHS.indexOf(name.group().substring(0, 3));
            if (month >= 0 && month % 3 == 0) {
                Matcher day = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?\\b").matcher(text);
                Matcher year = Pattern.compile("\\b\\d{4}\\b").matcher(text);
                return (day.find() ? Integer.parseInt(day.group(1)) : 0)
                        + "."
                        + (month / 3 + 1)
                        + "."
                        + (year.find() ? year.group() : "");
            }
        }
        return text;
    }
}
