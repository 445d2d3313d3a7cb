package dev.whetstone.core.text.regex;

import dev.whetstone.core.text.Chars;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Texts of which every match of an expression must hold at least one.
final class RequiredLiterals {
    private static final int MOST = 24;
    private static final int LONGEST = 24;
    private static final int MOST_CHARACTERS = 4;
    private static final int SHORTEST = 2;

    /// What is known of a part.
    ///
    /// @param whole all texts that the part can match, folded; empty when they are too many
    /// @param held texts of which every match of the part holds one; empty when none are known
    private record Known(List<String> whole, List<String> held) {
        static final Known NOTHING = new Known(List.of(), List.of());

        /// The better of what it holds and what it is.
        List<String> best() {
            return better(held, whole);
        }
    }

    private RequiredLiterals() {}

    /// In folded characters, each of two or more; empty when none are known.
    static List<String> of(Syntax syntax) {
        List<String> best = known(syntax).best();
        return isUseful(best) ? best : List.of();
    }

    private static boolean isUseful(List<String> texts) {
        return !texts.isEmpty() && texts.stream().allMatch(text -> text.length() >= SHORTEST);
    }

    /// Longer texts are rarer, and few of them better than many.
    private static List<String> better(List<String> left, List<String> right) {
        return worth(right) > worth(left) ? right : left;
    }

    private static double worth(List<String> texts) {
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        return shortest - texts.size() / (double) (MOST + 1);
    }

    private static Known known(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Empty() -> new Known(List.of(""), List.of());
            case Syntax.Look _ -> new Known(List.of(""), List.of());
            case Syntax.One(var set) -> one(set);
            case Syntax.Sequence(var parts) -> sequence(parts);
            case Syntax.Choice(var parts) -> choice(parts);
            case Syntax.Repeat repeat -> repeat(repeat);
        };
    }

    private static Known one(CodeSet set) {
        int members = set.plane().cardinality();
        if (!set.beyondEmpty() || members == 0 || members > 2 * MOST_CHARACTERS) {
            return Known.NOTHING;
        }
        TreeSet<String> folded = new TreeSet<>();
        set.plane().stream().forEach(code -> folded.add(String.valueOf(Chars.fold((char) code))));
        return folded.size() > MOST_CHARACTERS
                ? Known.NOTHING
                : new Known(List.copyOf(folded), List.of());
    }

    private static Known sequence(List<Syntax> parts) {
        List<String> run = List.of("");
        List<String> held = List.of();
        boolean whole = true;
        for (Syntax part : parts) {
            Known known = known(part);
            held = better(held, known.held());
            List<String> longer = joined(run, known.whole());
            if (longer.isEmpty()) {
                held = better(held, run);
                whole = false;
                run = known.whole().isEmpty() ? List.of("") : known.whole();
            } else {
                run = longer;
            }
        }
        return whole ? new Known(run, held) : new Known(List.of(), better(held, run));
    }

    /// Each of the first before each of the second; empty when they are too many.
    private static List<String> joined(List<String> first, List<String> second) {
        if (second.isEmpty() || first.size() * second.size() > MOST) {
            return List.of();
        }
        TreeSet<String> joined = new TreeSet<>();
        for (String left : first) {
            for (String right : second) {
                if (left.length() + right.length() > LONGEST) {
                    return List.of();
                }
                joined.add(left + right);
            }
        }
        return List.copyOf(joined);
    }

    private static Known choice(List<Syntax> parts) {
        Collection<String> whole = new TreeSet<>();
        Collection<String> held = new TreeSet<>();
        boolean allWhole = true;
        boolean allHeld = true;
        for (Syntax part : parts) {
            Known known = known(part);
            allWhole &= !known.whole().isEmpty();
            whole.addAll(known.whole());
            allHeld &= !known.best().isEmpty();
            held.addAll(known.best());
        }
        return new Known(
                allWhole && whole.size() <= MOST ? new ArrayList<>(whole) : List.of(),
                allHeld ? new ArrayList<>(held) : List.of());
    }

    private static Known repeat(Syntax.Repeat repeat) {
        Known body = known(repeat.body());
        if (repeat.least() == 0) {
            if (repeat.most() != 1 || body.whole().isEmpty() || body.whole().size() >= MOST) {
                return Known.NOTHING;
            }
            TreeSet<String> whole = new TreeSet<>(body.whole());
            whole.add("");
            return new Known(List.copyOf(whole), List.of());
        }
        return repeat.least() == 1 && repeat.most() == 1 ? body : new Known(List.of(), body.best());
    }
}
