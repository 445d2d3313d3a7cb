package dev.whetstone.core.text.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers characters so that those with the same number are in the same sets of a program and are
/// the same kind of neighbour.
final class CharacterClasses {
    private static final int MOST = 250;
    private static final int PAGE = 256;
    private static final int NEIGHBOUR_SHIFT = Program.MOST_SETS - 2;

    private final List<CodeSet> sets;
    private final byte[][] pages = new byte[CodeSet.PLANE / PAGE][];
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> members = new ArrayList<>();

    private CharacterClasses(List<CodeSet> sets) {
        this.sets = sets;
    }

    /// Nothing where there are too many.
    static Optional<CharacterClasses> of(Program program) {
        List<CodeSet> sets = program.sets();
        if (sets.size() >= NEIGHBOUR_SHIFT) {
            return Optional.empty();
        }
        CharacterClasses classes = new CharacterClasses(sets);
        return classes.number() ? Optional.of(classes) : Optional.empty();
    }

    private boolean number() {
        long[] signature = new long[CodeSet.PLANE];
        for (int i = 0; i < sets.size(); i++) {
            long bit = 1L << i;
            sets.get(i).plane().stream().forEach(code -> signature[code] |= bit);
        }
        for (int code = 0; code < 128; code++) {
            signature[code] |= (long) Neighbour.of(code).ordinal() << NEIGHBOUR_SHIFT;
        }
        Arrays.fill(pages, new byte[0]);
        long other = (long) Neighbour.OTHER.ordinal() << NEIGHBOUR_SHIFT;
        byte[] last = new byte[0];
        for (int page = 0; page < pages.length; page++) {
            byte[] filled = new byte[PAGE];
            long held = 0;
            int number = -1;
            for (int i = 0; i < PAGE; i++) {
                int code = page * PAGE + i;
                long here = code < 128 ? signature[code] : signature[code] | other;
                if (number < 0 || here != held) {
                    held = here;
                    number = number(here);
                    if (number >= MOST) {
                        return false;
                    }
                }
                filled[i] = (byte) number;
            }
            last = Arrays.equals(last, filled) ? last : filled;
            pages[page] = last;
        }
        return true;
    }

    private int number(long signature) {
        Integer known = numbers.get(signature);
        if (known == null) {
            known = members.size();
            numbers.put(signature, known);
            members.add(signature);
        }
        return known;
    }

    /// How many classes the first plane has.
    int count() {
        return members.size();
    }

    /// The number of each of the first 256 characters.
    byte[] latin() {
        return pages[0];
    }

    int of(char c) {
        return pages[c >>> 8][c & (PAGE - 1)] & 0xff;
    }

    /// The sets and the neighbour of a class, for [#inSet] and [#neighbour].
    long signature(int number) {
        return members.get(number);
    }

    /// The same for any code point above U+FFFF, which may be in no class of the first plane.
    long signatureBeyond(int code) {
        long signature = (long) Neighbour.OTHER.ordinal() << NEIGHBOUR_SHIFT;
        for (int i = 0; i < sets.size(); i++) {
            signature |= sets.get(i).beyond().test(code) ? 1L << i : 0;
        }
        return signature;
    }

    /// The class with a signature, or -1.
    int withSignature(long signature) {
        return numbers.getOrDefault(signature, -1);
    }

    /// The signature of a character in every set.
    static long inAllSets(Neighbour neighbour) {
        return (long) neighbour.ordinal() << NEIGHBOUR_SHIFT | ((1L << NEIGHBOUR_SHIFT) - 1);
    }

    static boolean inSet(long signature, int set) {
        return (signature >>> set & 1) != 0;
    }

    static Neighbour neighbour(long signature) {
        return Neighbour.values()[(int) (signature >>> NEIGHBOUR_SHIFT)];
    }
}
