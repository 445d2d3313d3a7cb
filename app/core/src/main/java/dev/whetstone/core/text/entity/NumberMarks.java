package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.TextFeatures;
import org.jspecify.annotations.Nullable;

/// Tells the numbers of list items (`3.`, `4)`) from values. Most are told by their line and the
/// one before it; the text is parsed as Markdown for what is left. To be asked from a text's first
/// number to its last.
final class NumberMarks {
    /// Longest number of a list item in CommonMark.
    private static final int MOST_DIGITS = 9;

    private final TextFeatures features;

    /// Not the string: its many looks would be compiled into as many calls.
    private final char[] text;

    private @Nullable Spans markers;
    private int asked = -1;
    private boolean afterMarks;
    private int seen;
    private int line;
    private boolean afterBlank = true;
    private boolean afterItem;

    /// Whether the line before surely is a paragraph within a list.
    private boolean inItem;

    /// Whether code or HTML may have begun, in which a line of an item's form is none.
    private boolean unsure;

    private final boolean tables;

    NumberMarks(TextFeatures features) {
        this.features = features;
        String whole = features.text();
        this.text = whole.toCharArray();
        this.unsure = whole.indexOf('\r') >= 0;
        this.tables = whole.indexOf('|') >= 0;
    }

    /// Whether the number at a place is the mark of an item.
    boolean isMark(int at) {
        return mayBe(at) && (isSurely(at) || markers().covers(at));
    }

    /// Whether a number has a mark's form, with nothing but marks of lists and quotations before it
    /// in its line; never wrongly false.
    boolean mayBe(int start) {
        int end = start;
        while (end < text.length && Chars.isDigit(text[end])) {
            end++;
        }
        if (!delimits(end) || !isSpaceOrEnd(end + 1)) {
            return false;
        }
        if (start == asked) {
            return afterMarks;
        }
        int at = start - 1;
        while (at > asked && isMark(text[at])) {
            at--;
        }
        // what stands before the number asked for last is known, so that a line is read once
        afterMarks = at < 0 || text[at] == '\n' || text[at] == '\r' || at == asked && afterMarks;
        asked = start;
        return afterMarks;
    }

    /// Whether a number is the mark of an item without any doubt: at the start of a line, where no
    /// paragraph outside a list can go on.
    boolean isSurely(int at) {
        for (; seen < at; seen++) {
            if (text[seen] == '\n') {
                read(seen);
                line = seen + 1;
            }
        }
        return at == line && isItem();
    }

    /// Takes notice of the line up to its end.
    private void read(int end) {
        boolean item = isItem();
        int first = line;
        while (first < end && isBlank(first)) {
            first++;
        }
        int at = first;
        while (at < end && isMark(text[at])) {
            at++;
        }
        unsure |= at < end && opens(text[at]);
        boolean bullet = first < end && isBullet(text[first]);
        if (item) {
            inItem = isWords(contentFrom(first));
        } else if (bullet && (inItem || afterBlank && first == line)) {
            inItem = isSpaceOrEnd(first + 1) && isWords(first + 2);
        } else {
            inItem &= !afterBlank && isWords(first);
        }
        afterItem = item;
        afterBlank = first == end;
    }

    /// Where the content of an item starts, behind its mark and one blank.
    private int contentFrom(int item) {
        int at = item;
        while (text[at] != ' ') {
            at++;
        }
        return at + 1;
    }

    /// Whether a paragraph starts or goes on with the word at a place.
    private boolean isWords(int at) {
        boolean bold = at + 1 < text.length && text[at] == '*' && text[at + 1] == '*';
        int word = bold ? at + 2 : at;
        return word < text.length && Character.isLetter(text[word]);
    }

    /// Whether the line is an item of a list by CommonMark's rules, whatever comes later: a new
    /// item cannot go on a paragraph of the one before, and 1 starts a list anywhere.
    private boolean isItem() {
        int at = line;
        while (at < text.length && Chars.isDigit(text[at])) {
            at++;
        }
        int digits = at - line;
        if (unsure
                || digits == 0
                || digits > MOST_DIGITS
                || !delimits(at)
                || isSpaceOrEnd(at + 2)
                || text[at + 1] != ' ') {
            return false;
        }
        boolean starts = digits == 1 && text[line] == '1' && !tables;
        return starts || afterBlank || afterItem || inItem;
    }

    /// Whether a character may stand before the number of an item: a mark of lists or quotations.
    private static boolean isMark(char c) {
        return switch (c) {
            case ' ', '\t', '>', '.', ')', '•', '–' -> true;
            default -> isBullet(c) || Chars.isDigit(c);
        };
    }

    private static boolean isBullet(char c) {
        return c == '-' || c == '*' || c == '+';
    }

    /// Whether code or HTML may open with a character.
    private static boolean opens(char c) {
        return c == '<' || c == '`' || c == '~';
    }

    private boolean isBlank(int at) {
        return text[at] == ' ' || text[at] == '\t';
    }

    private boolean delimits(int at) {
        return at < text.length && (text[at] == '.' || text[at] == ')');
    }

    private boolean isSpaceOrEnd(int at) {
        return at >= text.length || Chars.isSpace(text[at]);
    }

    private Spans markers() {
        Spans known = markers;
        if (known == null) {
            known =
                    features.structure().count(StructureType.NUMBERED_ITEMS) == 0
                            ? Spans.NONE
                            : features.structure().itemMarkers();
            markers = known;
        }
        return known;
    }
}
