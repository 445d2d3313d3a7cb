package dev.whetstone.core.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Regular expressions from users: RE2 only (linear time), bounded in size.
public final class SafeRegex {
    /// Longest expression, in characters.
    public static final int MAX_LENGTH = 500;

    /// Largest product of nested repeat counts, which bounds the compiled program.
    static final long MAX_REPEAT = 1_000;

    private SafeRegex() {}

    /// Says what is wrong with an expression, or nothing when it can be used.
    public static Optional<String> check(String source) {
        if (source.isEmpty() || source.length() > MAX_LENGTH) {
            return Optional.of("a regular expression has 1 to " + MAX_LENGTH + " characters");
        }
        if (source.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("a regular expression stands on one line");
        }
        if (largestRepeat(source) > MAX_REPEAT) {
            return Optional.of("repeats multiply to more than " + MAX_REPEAT);
        }
        try {
            Pattern.compile(source);
            return Optional.empty();
        } catch (PatternSyntaxException problem) {
            return Optional.of("regular expression: " + problem.getDescription());
        }
    }

    /// Compiles a checked expression. It is case-sensitive when it names an upper-case letter.
    ///
    /// @throws IllegalArgumentException when [#check] finds fault with it
    public static Pattern compile(String source) {
        check(source)
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        return compileTrusted(source);
    }

    /// Compiles an expression of the program's own, of any size.
    public static Pattern compileTrusted(String source) {
        return Pattern.compile(source, namesUpperCase(source) ? 0 : Pattern.CASE_INSENSITIVE);
    }

    static boolean namesUpperCase(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                boolean property =
                        i + 2 < source.length()
                                && (source.charAt(i + 1) == 'p' || source.charAt(i + 1) == 'P');
                i++;
                if (property) {
                    int close = source.charAt(i + 1) == '{' ? source.indexOf('}', i) : i + 1;
                    i = close < 0 ? source.length() : close;
                }
            } else if (Character.isUpperCase(c)) {
                return true;
            }
        }
        return false;
    }

    /// The largest number of copies that counted repeats make of one atom, e.g. 6 for `(a{2}){3}`.
    private static long largestRepeat(String source) {
        Deque<Long> open = new ArrayDeque<>();
        long inside = 1;
        long lastAtom = 1;
        long largest = 1;
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
                lastAtom = 1;
            } else if (inClass) {
                inClass = c != ']';
                lastAtom = 1;
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                open.push(inside);
                inside = 1;
                lastAtom = 1;
            } else if (c == ')') {
                lastAtom = inside;
                inside = Math.max(open.isEmpty() ? 1 : open.pop(), inside);
            } else if (c == '{') {
                lastAtom = lastAtom * repeatCount(source, i);
                inside = Math.max(inside, lastAtom);
                largest = Math.max(largest, lastAtom);
            } else if (c != '}'
                    && c != '*'
                    && c != '+'
                    && c != '?'
                    && !Character.isDigit(c)
                    && c != ',') {
                lastAtom = 1;
            }
            if (largest > MAX_REPEAT) {
                return largest;
            }
        }
        return largest;
    }

    private static long repeatCount(String source, int brace) {
        int close = source.indexOf('}', brace);
        if (close < 0) {
            return 1;
        }
        long most = 1;
        for (String part : source.substring(brace + 1, close).split(",", -1)) {
            String digits = part.strip();
            if (!digits.isEmpty() && digits.chars().allMatch(Character::isDigit)) {
                most =
                        Math.max(
                                most,
                                digits.length() > 6 ? Long.MAX_VALUE / 2 : Long.parseLong(digits));
            }
        }
        return most;
    }
}
