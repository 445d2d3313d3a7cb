package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.RegexFinder;
import java.util.Set;

/// Links and citations.
public final class References {
    private static final RegexFinder CITATION =
            RegexFinder.trusted(
                    "\\[\\d{1,3}(?:[,–-] ?\\d{1,3})*\\]|\\((?:[A-Z][\\p{L}'-]+(?: (?:et al\\.?|and|&) ?[\\p{L}'.-]*)?"
                            + ",? )\\d{4}[a-z]?\\)|(?i:\\baccording to\\b)|§§? ?\\d|\\b10\\.\\d{4,9}/\\S+"
                            + "|(?i:\\bsources?:|\\breferences?:|\\bas (?:stated|described|set out) in\\b)");

    private References() {}

    /// Web addresses, and Markdown links to anything else.
    public static int links(TextFeatures text) {
        String chars = text.text();
        int count = Urls.find(chars).count();
        for (int at = chars.indexOf("]("); at >= 0; at = chars.indexOf("](", at + 2)) {
            int close = chars.indexOf(')', at);
            boolean address =
                    close > at + 2
                            && (chars.startsWith("http", at + 2) || chars.startsWith("www.", at + 2));
            count += close > at + 2 && !address ? 1 : 0;
        }
        return count;
    }

    /// Links whose host is one of the domains or below it.
    ///
    /// @param domains in lower case, without `www.`
    public static int linksTo(TextFeatures text, Set<String> domains) {
        Spans urls = Urls.find(text.text());
        int count = 0;
        for (int i = 0; i < urls.count(); i++) {
            String host = Urls.host(urls.in(text.text(), i));
            count +=
                    domains.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d))
                            ? 1
                            : 0;
        }
        return count;
    }

    /// `[1]`, `(Author, 2020)`, `according to`, `§ 5`, DOIs, named sources, and web addresses.
    public static int citations(TextFeatures text) {
        return CITATION.count(text) + Urls.find(text.text()).count();
    }
}
