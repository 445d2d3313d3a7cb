package dev.whetstone.core.explain;

import com.google.re2j.Pattern;
import dev.whetstone.core.explain.Meaning.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Clauses that say why a reason matters ("we can never promise that", "which isn't true",
/// "unprofessional"). They are kept and shown as justification; nothing is tested by them.
final class Justifications {
    record Span(int from, int to, Item item) {}

    private static final Set<String> OPENERS =
            Set.of(
                    "we",
                    "i",
                    "our",
                    "which",
                    "that",
                    "this",
                    "so",
                    "because",
                    "since",
                    "nobody",
                    "hard",
                    "difficult",
                    "easy",
                    "makes",
                    "once",
                    "otherwise",
                    "customers",
                    "people",
                    "they",
                    "you",
                    "it");

    /// Endings of words for people.
    private static final Pattern PERSON =
            Pattern.compile(
                    ".{3,}(?:er|or|ist|ian|ant|ent|old|ee|people|folk)s?|.{3,}(?:men|women)");

    private static final Set<String> HOUSES =
            Set.of("firm", "company", "bank", "office", "school", "hospital", "audience", "brand");

    private static final int LONGEST_AUDIENCE = 6;
    private static final double AUDIENCE = 0.15;
    private static final double PER_WORD = 0.02;
    private static final double OPENED = 0.3;
    private static final double VERDICT_ONLY = 0.1;

    private final List<Word> words;
    private final List<List<Lexicon.Match>> matches;

    Justifications(List<Word> words, List<List<Lexicon.Match>> matches) {
        this.words = words;
        this.matches = matches;
    }

    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        addAudiences(spans);
        for (int from = 0; from < words.size(); from++) {
            boolean afterBreak = from == 0 || words.get(from - 1).kind() == Word.Kind.BREAK;
            boolean joined = from > 0 && Set.of("and", "but").contains(words.get(from - 1).text());
            boolean relative = words.get(from).text().equals("which");
            boolean although = matches.get(from).stream().anyMatch(Justifications::concedes);
            boolean as = words.get(from).text().equals("as");
            if (!afterBreak && !joined && !relative && !although && !as) {
                continue;
            }
            int end = clauseEnd(from);
            boolean listed =
                    LiteralLeaves.inList(words, from)
                            && (!words.get(from - 1).text().equals(":")
                                    || (end < words.size() && words.get(end).text().equals(",")));
            if (listed) {
                continue;
            }
            for (int and = from + 1; and < end; and++) {
                if (words.get(and).text().matches("and|but") && onlyVerdict(from, and)) {
                    // "nice and short"
                    spans.add(span(from, and, VERDICT_ONLY));
                }
            }
            if (words.get(from).text().matches("both|neither") && lettersFollow(end)) {
                // "both correct the mistake, only A says why"
                spans.add(span(from, end, OPENED + PER_WORD * (end - from)));
            }
            if (onlyVerdict(from, end)) {
                spans.add(span(from, end, VERDICT_ONLY));
            } else if (from > 0
                    && (afterBreak || relative)
                    && opens(from)
                    && !soIs(from)
                    && !(relative && namesText(from, end))) {
                spans.add(span(from, end, OPENED + PER_WORD * (end - from)));
            }
        }
        return spans;
    }

    /// "too hard for fifth graders": who it is too hard for.
    private void addAudiences(List<Span> spans) {
        for (int from = 1; from < words.size(); from++) {
            int end = clauseEnd(from);
            if (words.get(from).text().equals("for")
                    && end - from > 1
                    && end - from <= LONGEST_AUDIENCE
                    && measured(from)
                    && isPerson(end - 1)) {
                spans.add(span(from, end, AUDIENCE + PER_WORD * (end - from)));
            }
        }
    }

    /// Whether "too" or "enough" stands before, in the same clause.
    private boolean measured(int at) {
        for (int i = at - 1; i >= 0 && words.get(i).kind() != Word.Kind.BREAK; i--) {
            if (matches.get(i).stream()
                    .map(match -> match.entry().category())
                    .anyMatch(Set.of("too", "enough", "quant.many", "quant.few")::contains)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPerson(int at) {
        return matches.get(at).stream()
                        .anyMatch(match -> match.entry().category().equals("customer"))
                || HOUSES.contains(words.get(at).text())
                || PERSON.matcher(words.get(at).text()).matches();
    }

    /// "although the question is harmless" is no condition.
    private static boolean concedes(Lexicon.Match match) {
        return match.entry().category().equals("though");
    }

    private boolean lettersFollow(int end) {
        return words.subList(end, words.size()).stream().anyMatch(LiteralLeaves::isLetter);
    }

    /// "which I can't find in the letter" says more than that it matters.
    private boolean namesText(int from, int end) {
        for (int i = from; i < end; i++) {
            if (matches.get(i).stream()
                    .map(match -> match.entry().category())
                    .anyMatch(Set.of("prompt", "source")::contains)) {
                return true;
            }
        }
        return false;
    }

    /// After an "and" as much as without it: "and we never do that", but not "and no next steps".
    private boolean opens(int from) {
        int first = words.get(from).text().equals("and") ? from + 1 : from;
        return first < words.size() && OPENERS.contains(words.get(first).text());
    }

    /// "and so is the date" says another thing.
    private boolean soIs(int from) {
        int so = words.get(from).text().equals("and") ? from + 1 : from;
        return so + 1 < words.size()
                && words.get(so).text().equals("so")
                && words.get(so + 1).bases().stream()
                        .anyMatch(Set.of("be", "do", "have")::contains);
    }

    private int clauseEnd(int from) {
        int end = from;
        while (end < words.size() && words.get(end).kind() != Word.Kind.BREAK) {
            end++;
        }
        return end;
    }

    /// Only words of praise or blame, and words without content.
    private boolean onlyVerdict(int from, int end) {
        boolean verdict = false;
        int at = from;
        while (at < end) {
            int next = at;
            for (Lexicon.Match match : matches.get(at)) {
                String category = match.entry().category();
                if (match.end() <= end && category.equals("polarity")) {
                    next = Math.max(next, match.end());
                    verdict = true;
                } else if (match.end() <= end
                        && Set.of(
                                        "fill", "be", "only", "det", "subject", "too", "that",
                                        "though", "prompt")
                                .contains(category)) {
                    next = Math.max(next, match.end());
                }
            }
            if (next == at) {
                return false;
            }
            at = next;
        }
        return verdict;
    }

    private static Span span(int from, int to, double cost) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits |= 1L << i;
        }
        return new Span(
                from,
                to,
                new Item(Category.JUSTIFICATION, new Mark("justification"), cost, 0, bits, 0));
    }
}
