package dev.whetstone.services.rules.book;

import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.RuleState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What HTML and Markdown say alike.
final class BookWords {
    static final String HOW_TO_READ =
            "Each rule says which of two replies to the same message is better. Coverage: pairs on"
                    + " which it votes. Right and wrong: choices of experts that it votes for and"
                    + " against; the pair on which a voting rule was written does not count for"
                    + " it. Accuracy: right / (right + wrong), with Wilson's 95 % interval; at"
                    + " like lengths: where the shorter reply has at least 80 % of the longer one's"
                    + " characters. Learned weight: what its vote adds to the log-odds.";
    static final String SIGNED =
            "We have read the rules above, and agree that the active ones stand for what we expect.";
    static final int SIGNATURES = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private BookWords() {}

    static String title(RuleBook book) {
        return "Rule book: " + book.project();
    }

    static String facts(RuleBook book) {
        long active =
                book.entries().stream()
                        .filter(entry -> entry.row().state() == RuleState.ACTIVE)
                        .count();
        return time(book.made())
                + " · "
                + active
                + (active == 1 ? " active rule of " : " active rules of ")
                + book.entries().size()
                + " · choices on "
                + book.judged()
                + " of "
                + book.pairs()
                + " pairs"
                + (book.experts().isEmpty() ? "" : " · " + String.join(", ", book.experts()));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// The rule in words, with its capital.
    static String sentence(BookEntry entry) {
        String sentence = entry.row().sentence();
        return sentence.isEmpty()
                ? entry.row().name()
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    static String state(RuleState state) {
        return switch (state) {
            case ACTIVE -> "active";
            case SUGGESTED -> "suggested, does not vote";
            case PAUSED -> "paused, does not vote";
            case PARKED -> "parked, waits for a source text";
        };
    }

    static String origin(BookEntry entry) {
        String authors = String.join(", ", entry.authors());
        String by = authors.isEmpty() ? "" : " · " + authors;
        if (!entry.row().origin().isBlank()) {
            return entry.row().name() + by + " · from the sentence";
        }
        return entry.row().name() + by;
    }

    static String family(BookEntry entry) {
        return "Counted as one with: " + String.join(", ", entry.family());
    }

    static String uses(BookEntry entry) {
        return "Word lists: @" + String.join(", @", entry.lists());
    }

    static String chosenBy(Decided pair) {
        String who = pair.chosenBy().isEmpty() ? "an expert" : String.join(", ", pair.chosenBy());
        return who
                + (pair.outcome() == Decided.Outcome.RIGHT
                        ? " chose the same"
                        : " chose the other reply");
    }

    static String entries(List<String> entries) {
        return entries.isEmpty() ? "empty" : String.join(", ", entries);
    }
}
