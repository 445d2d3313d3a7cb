package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Spans;
import java.util.Locale;

/// Web addresses: `http://`, `https://` or `www.` and what follows up to white space or a closing
/// bracket or quote.
public final class Urls {
    private Urls() {}

    public static Spans find(String text) {
        Spans.Builder found = new Spans.Builder();
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int start = at;
            while (start > 0 && isLetter(text.charAt(start - 1))) {
                start--;
            }
            String scheme = text.substring(start, at);
            if ((scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && at + 3 < text.length()
                    && !Character.isWhitespace(text.charAt(at + 3))) {
                found.add(start, end(text, at + 3));
            }
        }
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
            boolean ownStart = at == 0 || !isPart(text.charAt(at - 1));
            if (ownStart && at + 4 < text.length() && isLetter(text.charAt(at + 4))) {
                found.add(at, end(text, at + 4));
            }
        }
        return found.build();
    }

    /// The host of an address, without `www.`, in lower case.
    public static String host(String url) {
        String rest = url.toLowerCase(Locale.ROOT);
        int scheme = rest.indexOf("://");
        rest = scheme < 0 ? rest : rest.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        rest = rest.substring(0, end);
        return rest.startsWith("www.") ? rest.substring(4) : rest;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "()<>[]\"”".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at > from && ".,;:!?'*".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return isLetter(c) || c == '/' || c == '.';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
