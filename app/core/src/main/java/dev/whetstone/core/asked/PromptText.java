package dev.whetstone.core.asked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A prompt made ready for reading: what stands in quotes, in code and in quoted lines is blotted
/// out, so that only the asker's own words count, and what is left is cut into clauses.
final class PromptText {
    /// Stands for every letter inside quotes.
    static final char BLOT = '\u2588';

    private static final int LONGEST_CLAUSE = 600;
    private static final int LONGEST_PLAIN = 2_000;
    private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|\\z)|`[^`\\n]{1,300}`");
    private static final Pattern TURN = Pattern.compile("(?mi)^[ \\t]*(?:human|user)[ \\t]*:");
    private static final Pattern REPLY = Pattern.compile("(?mi)^[ \\t]*assistant[ \\t]*:");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^[ \\t]*>.*$");
    private static final Pattern QUOTE =
            Pattern.compile(
                    "\"([^\"\\n]{1,300})\"|“([^”\\n]{1,300})”"
                            + "|(?<![\\p{L}\\p{N}])['‘]([^'’\\n]{1,300})['’](?![\\p{L}\\p{N}])");
    private static final int ABBREVIATED = 8;
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:^|\\W)(?:i\\.e|e\\.g|max|min|approx)$");
    private static final Pattern END = Pattern.compile("[.!?]+(?=[\\s\")\\]]|$)|\\n+");

    private final String original;
    private final String masked;
    private final int start;
    private final int end;

    PromptText(String original) {
        this.original = original;
        char[] chars = original.toLowerCase(Locale.ROOT).toCharArray();
        if (chars.length != original.length()) {
            // a letter whose small form has another length: positions would no longer fit
            chars = original.toCharArray();
        }
        blot(chars, CODE.matcher(original), 0);
        blot(chars, QUOTED_LINE.matcher(original), 0);
        Matcher quote = QUOTE.matcher(original);
        while (quote.find()) {
            blot(chars, quote.start() + 1, quote.end() - 1);
            chars[quote.start()] = '"';
            chars[quote.end() - 1] = '"';
        }
        this.start = lastTurn();
        this.end = replyAfter(start);
        this.masked = new String(chars).replace('’', '\'');
    }

    /// Where the asker's last turn begins in a conversation written as one text; what was asked
    /// before it was asked of earlier replies.
    private int lastTurn() {
        int last = 0;
        Matcher turn = TURN.matcher(original);
        while (turn.find()) {
            last = turn.end();
        }
        return last;
    }

    private int replyAfter(int turn) {
        Matcher reply = REPLY.matcher(original);
        return turn > 0 && reply.find(turn) ? reply.start() : original.length();
    }

    private static void blot(char[] chars, Matcher matcher, int margin) {
        while (matcher.find()) {
            blot(chars, matcher.start() + margin, matcher.end() - margin);
        }
    }

    private static void blot(char[] chars, int from, int to) {
        Arrays.fill(chars, from, Math.max(from, to), BLOT);
    }

    /// What stood in place of the blots.
    String original(int start, int end) {
        return original.substring(start, end);
    }

    /// Sentences and lines. Of a long prompt only the first two and the last two paragraphs: what
    /// is asked stands there, and between is material.
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        for (int[] part : parts()) {
            int from = part[0];
            Matcher stop = END.matcher(masked).region(part[0], part[1]);
            while (stop.find()) {
                if (!isAbbreviation(stop.start())) {
                    add(clauses, from, stop.end());
                    from = stop.end();
                }
            }
            add(clauses, from, part[1]);
        }
        return clauses;
    }

    private boolean isAbbreviation(int dot) {
        String before = masked.substring(Math.max(0, dot - ABBREVIATED), dot);
        return ABBREVIATION.matcher(before).find();
    }

    private List<int[]> parts() {
        if (end - start <= LONGEST_PLAIN) {
            return List.of(new int[] {start, end});
        }
        List<int[]> paragraphs = new ArrayList<>();
        Matcher gap = Pattern.compile("\\n[ \\t]*\\n").matcher(masked).region(start, end);
        int from = start;
        while (gap.find()) {
            paragraphs.add(new int[] {from, gap.start()});
            from = gap.end();
        }
        paragraphs.add(new int[] {from, end});
        int count = paragraphs.size();
        if (count <= 4) {
            return paragraphs;
        }
        return List.of(
                paragraphs.get(0),
                paragraphs.get(1),
                paragraphs.get(count - 2),
                paragraphs.get(count - 1));
    }

    private void add(List<Clause> clauses, int from, int to) {
        int start = from;
        while (start < to && !isWordOrQuote(masked.charAt(start))) {
            start++;
        }
        if (to > start && to - start <= LONGEST_CLAUSE) {
            clauses.add(new Clause(this, masked.substring(start, to), start));
        }
    }

    private static boolean isWordOrQuote(char c) {
        return Character.isLetterOrDigit(c) || c == '"' || c == '(' || c == BLOT;
    }
}
