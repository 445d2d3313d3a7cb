package dev.whetstone.core.evaluate;

/// The baseline that every accuracy is shown beside: the longer response wins.
public final class LongestWins {
    private LongestWins() {}

    /// 1 when A has more characters (code points), 0 when B has, 0.5 when they are equally long.
    public static double prefersA(String a, String b) {
        return (Integer.signum(Integer.compare(length(a), length(b))) + 1) / 2.0;
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
