package dev.whetstone.core.text.regex;

import dev.whetstone.core.text.regex.Syntax.Repeat;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Counts matches of an expression that is one character and then as many others as there are, such
/// as `[\p{L}][\p{L}']*` or `\d+`: each match takes the whole run, so one look a character is
/// enough.
final class RunCounter {
    private static final int FIRST = 1;
    private static final int OTHERS = 2;
    private static final int SURROGATE = 4;

    private final CodeSet first;
    private final CodeSet others;
    private final byte[] kinds = new byte[CodeSet.PLANE];

    private RunCounter(CodeSet first, CodeSet others) {
        this.first = first;
        this.others = others;
        fill(first.plane(), FIRST);
        fill(others.plane(), OTHERS);
        Arrays.fill(kinds, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, (byte) SURROGATE);
    }

    private void fill(BitSet plane, int bit) {
        for (int code = plane.nextSetBit(0); code >= 0; code = plane.nextSetBit(code + 1)) {
            kinds[code] |= (byte) bit;
        }
    }

    /// Nothing for expressions of other forms.
    static Optional<RunCounter> of(Syntax syntax) {
        return switch (syntax) {
            case Repeat(Syntax.One(var set), int least, int most, boolean greedy)
                    when least == 1 && most == Repeat.UNBOUNDED && greedy ->
                    Optional.of(new RunCounter(set, set));
            case Syntax.Sequence(List<Syntax> parts)
                    when parts.size() == 2
                            && parts.get(0) instanceof Syntax.One(var set)
                            && parts.get(1)
                                    instanceof
                                    Repeat(
                                            Syntax.One(var others),
                                            int least,
                                            int most,
                                            boolean greedy)
                            && least == 0
                            && most == Repeat.UNBOUNDED
                            && greedy ->
                    Optional.of(new RunCounter(set, others));
            default -> Optional.empty();
        };
    }

    int count(String text) {
        byte[] known = kinds;
        int count = 0;
        // 1 inside a run; without branches, because words end too often to be foreseen
        int inside = 0;
        int length = text.length();
        for (int at = 0; at < length; at++) {
            int kind = known[text.charAt(at)];
            if (kind >= SURROGATE) {
                int code = text.codePointAt(at);
                kind = kind(code);
                at += Character.charCount(code) - 1;
            }
            int goesOn = inside & kind >> 1;
            int starts = kind & FIRST & ~goesOn;
            count += starts;
            inside = goesOn | starts;
        }
        return count;
    }

    private int kind(int code) {
        return (first.contains(code) ? FIRST : 0) | (others.contains(code) ? OTHERS : 0);
    }
}
