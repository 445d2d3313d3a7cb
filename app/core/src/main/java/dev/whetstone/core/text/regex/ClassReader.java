package dev.whetstone.core.text.regex;

import java.util.BitSet;

/// Reads classes and escapes that stand for one character. What is not plainly known is asked of
/// RE2 itself, which knows its own tables.
final class ClassReader {
    private static final char KELVIN = '\u212a';
    private static final char LONG_S = '\u017f';

    private ClassReader() {}

    /// One literal code point.
    static CodeSet literal(int code, boolean ignoresCase) {
        if (ignoresCase && code >= 128 && isCased(code)) {
            return CodeSet.asked("\\x{" + Integer.toHexString(code) + "}", true);
        }
        if (code >= CodeSet.PLANE) {
            return CodeSet.ofBeyond(code);
        }
        BitSet plane = new BitSet();
        plane.set(code);
        if (ignoresCase) {
            addCases(plane);
        }
        return CodeSet.ofPlane((ignoresCase ? "i" : "c") + code, plane);
    }

    /// `\d`, `\s`, `\w` and their complements.
    static CodeSet perl(char letter, boolean ignoresCase) {
        String source = "\\" + letter;
        return switch (letter) {
            case 'd', 's' -> CodeSet.ofPlane(source, perlPlane(letter));
            case 'D', 'S' -> CodeSet.allBut(source, perlPlane(Character.toLowerCase(letter)));
            default ->
                    ignoresCase || letter != 'w'
                            ? CodeSet.asked(source, ignoresCase)
                            : CodeSet.ofPlane(source, perlPlane(letter));
        };
    }

    private static BitSet perlPlane(char letter) {
        BitSet plane = new BitSet();
        switch (letter) {
            case 'd' -> plane.set('0', '9' + 1);
            case 's' -> "\t\n\f\r ".chars().forEach(plane::set);
            default -> {
                for (int code = 0; code < 128; code++) {
                    plane.set(code, Neighbour.isWord(code));
                }
            }
        }
        return plane;
    }

    /// A class in square brackets.
    static CodeSet bracketed(String source, boolean ignoresCase) {
        BitSet plane = new BitSet();
        return isPlain(source, plane, ignoresCase)
                ? plain(source, plane, ignoresCase)
                : CodeSet.asked(source, ignoresCase);
    }

    private static CodeSet plain(String source, BitSet plane, boolean ignoresCase) {
        if (ignoresCase) {
            addCases(plane);
        }
        String key = (ignoresCase ? "i" : "c") + source;
        return source.charAt(1) == '^' ? CodeSet.allBut(key, plane) : CodeSet.ofPlane(key, plane);
    }

    /// Reads single characters, ranges and the simplest escapes; says no where there is more.
    private static boolean isPlain(String source, BitSet plane, boolean ignoresCase) {
        int at = source.charAt(1) == '^' ? 2 : 1;
        int end = source.length() - 1;
        while (at < end) {
            char c = source.charAt(at);
            if (c == '[' || Character.isSurrogate(c)) {
                return false;
            }
            if (c == '\\') {
                char escaped = source.charAt(at + 1);
                if (escaped == 'd' || escaped == 's' || escaped == 'w') {
                    plane.or(perlPlane(escaped));
                } else if (escaped < 128 && !Character.isLetterOrDigit(escaped)) {
                    plane.set(escaped);
                } else if (escaped == 't') {
                    plane.set('\t');
                } else {
                    return false;
                }
                at += 2;
                if (at < end && source.charAt(at) == '-' && at + 1 < end) {
                    return false;
                }
                continue;
            }
            boolean range = at + 2 < end && source.charAt(at + 1) == '-';
            char last = range ? source.charAt(at + 2) : c;
            if (last == '\\' || last == '[' || Character.isSurrogate(last) || last < c) {
                return false;
            }
            plane.set(c, last + 1);
            at += range ? 3 : 1;
        }
        return !ignoresCase || plane.stream().noneMatch(code -> code >= 128 && isCased(code));
    }

    private static boolean isCased(int code) {
        return Character.toLowerCase(code) != code
                || Character.toUpperCase(code) != code
                || Character.toTitleCase(code) != code;
    }

    private static void addCases(BitSet plane) {
        for (char lower = 'a'; lower <= 'z'; lower++) {
            char upper = (char) (lower - 'a' + 'A');
            if (plane.get(lower) || plane.get(upper)) {
                plane.set(lower);
                plane.set(upper);
            }
        }
        if (plane.get('k')) {
            plane.set(KELVIN);
        }
        if (plane.get('s')) {
            plane.set(LONG_S);
        }
    }
}
