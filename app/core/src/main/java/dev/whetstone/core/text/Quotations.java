package dev.whetstone.core.text;


/// Passages of three or more words between quotation marks, beside block quotes.
final class Quotations {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 2_000;

    private Quotations() {}

    static Spans of(String text, Spans blockQuotes) {
        Spans.Builder found = new Spans.Builder();
        for (int i = 0; i < blockQuotes.count(); i++) {
            found.add(blockQuotes.start(i), blockQuotes.end(i));
        }
        collect(text, '"', '"', found);
        collect(text, '“', '”', found);
        collect(text, '«', '»', found);
        return found.build();
    }

    private static void collect(String text, char open, char close, Spans.Builder found) {
        int at = text.indexOf(open);
        while (at >= 0) {
            int end = text.indexOf(close, at + 1);
            if (end < 0) {
                return;
            }
            boolean passage =
                    end - at < LONGEST
                            && text.substring(at, end).indexOf("\n\n") < 0
                            && Words.of(text.substring(at + 1, end)).count() >= FEWEST_WORDS;
            if (passage) {
                found.add(at, end + 1);
            }
            at = text.indexOf(open, end + 1);
        }
    }
}
