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
            case STATUTE ->
                    folded.replaceAll("\\b(?:section|sec\\.|§+)\\s*", "§").replaceAll("\\s", "");
            case CASE_CITATION ->
                    folded.replaceFirst("^(?:see|in|cf\\.?|as|under|per) (?=.* v)", "")
                            .replaceFirst("( v\\.? [^,(\\[]*).*", "$1")
                            .replaceAll("\\bv\\.? ", "v ")
                            .replaceAll("\\s+", " ")
                            .strip();
            case ENTITY -> folded.replaceFirst("'s$", "");
        };
    }

    /// The first number in a text, without separators and trailing zeros; the text when none.
    static String number(String text) {
        int start = Chars.digitFrom(text, 0);
        return start < 0 ? text : number(text, start, text.length());
    }

    /// The same of the number that starts at a place and ends before another; at most 15 digits
    /// before the first separator count, and 9 decimals.
    static String number(String text, int start, int limit) {
        int at = digits(text, start, Math.min(limit, start + 15));
        boolean whole = at == limit;
        if (whole && at - start <= 9) {
            return at - start == 1
                    ? text.substring(start, at)
                    : String.valueOf(Integer.parseInt(text, start, at, 10));
        }
        return separated(text, start, at, limit);
    }

    /// A number of many digits, or with separators.
    ///
    /// @param digits one past its first digits
    private static String separated(String text, int start, int digits, int limit) {
        int at = digits;
        while (at < limit
                && text.charAt(at) == ','
                && digits(text, at + 1, Math.min(limit, at + 4)) == at + 4) {
            at += 4;
        }
        if (at < limit && text.charAt(at) == '.') {
            int end = digits(text, at + 1, Math.min(limit, at + 10));
            at = end > at + 1 ? end : at;
        }
        return plain(Double.parseDouble(text.substring(start, at).replace(",", "")));
    }

    /// The first character from a place on that is no digit, or the limit.
    private static int digits(String text, int from, int limit) {
        int at = from;
        while (at < limit && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
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
        return text.contains("$")
                        || text.contains("dollar")
                        || text.contains("usd")
                        || text.contains("cent")
                ? "$"
                : text.replaceAll("[\\d.,\\s]", "");
    }

    /// `d.m.` or `d.m.y`, where the month is named; otherwise the digits as they stand.
    private static String date(String text) {
        Matcher iso = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})").matcher(text);
        if (iso.matches()) {
            return Integer.parseInt(iso.group(3))
                    + "."
                    + Integer.parseInt(iso.group(2))
                    + "."
                    + iso.group(1);
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
