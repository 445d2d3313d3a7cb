package dev.whetstone.core.text.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/// A set of code points that one step of an expression accepts.
///
/// @param key what the set was read from; sets of one key are equal
/// @param plane the members up to U+FFFF
/// @param beyond tells the members above U+FFFF
/// @param beyondEmpty whether there is none of those for certain
record CodeSet(String key, BitSet plane, IntPredicate beyond, boolean beyondEmpty) {
    static final int PLANE = 1 << 16;

    private static final int MOST_REMEMBERED = 4_096;

    boolean contains(int code) {
        return code < PLANE ? plane.get(code) : beyond.test(code);
    }

    static CodeSet ofPlane(String key, BitSet plane) {
        return new CodeSet(key, plane, _ -> false, true);
    }

    /// Everything but some characters of the first plane.
    static CodeSet allBut(String key, BitSet excluded) {
        BitSet plane = new BitSet(PLANE);
        plane.set(0, PLANE);
        plane.andNot(excluded);
        return new CodeSet(key, plane, _ -> true, false);
    }

    /// One code point above U+FFFF.
    static CodeSet ofBeyond(int code) {
        return new CodeSet("beyond " + code, new BitSet(), c -> c == code, false);
    }

    /// What RE2 itself says of every code point.
    ///
    /// @param source a class or an escape for one code point, e.g. `\p{L}`
    static CodeSet asked(String source, boolean ignoresCase) {
        int flags = ignoresCase ? Pattern.CASE_INSENSITIVE : 0;
        Pattern one = Pattern.compile(source, flags);
        BitSet plane = new BitSet(PLANE);
        char[] chars = new char[PLANE - (Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1)];
        int size = 0;
        for (int code = 0; code < PLANE; code++) {
            if (!Character.isSurrogate((char) code)) {
                chars[size++] = (char) code;
            }
        }
        Matcher runs = Pattern.compile("(?:" + source + ")+", flags).matcher(new String(chars));
        while (runs.find()) {
            for (int at = runs.start(); at < runs.end(); at++) {
                plane.set(chars[at]);
            }
        }
        for (int code = Character.MIN_SURROGATE; code <= Character.MAX_SURROGATE; code++) {
            plane.set(code, one.matches(String.valueOf((char) code)));
        }
        return new CodeSet(
                (ignoresCase ? "i:" : "c:") + source,
                plane,
                remembered(code -> one.matches(Character.toString(code))),
                false);
    }

    /// The same answers, which are kept for the characters that were asked for first: a text that
    /// holds one such character often holds it again.
    private static IntPredicate remembered(IntPredicate asked) {
        Map<Integer, Boolean> answers = new ConcurrentHashMap<>();
        return code -> {
            Boolean known = answers.get(code);
            if (known != null) {
                return known;
            }
            boolean answer = asked.test(code);
            if (answers.size() < MOST_REMEMBERED) {
                answers.put(code, answer);
            }
            return answer;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeSet set && set.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
