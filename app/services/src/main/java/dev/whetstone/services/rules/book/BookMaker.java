package dev.whetstone.services.rules.book;

import dev.whetstone.services.project.ProjectInfo;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.Revision;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.rules.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// Collects what a rule book says from the project as it stands.
final class BookMaker {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LIST = Pattern.compile("@([\\p{L}\\p{N}_]+)");
    private static final int EXAMPLES = 3;
    private static final List<RuleState> ORDER =
            List.of(RuleState.ACTIVE, RuleState.SUGGESTED, RuleState.PARKED, RuleState.PAUSED);

    private final Rules rules;
    private final Families families;

    BookMaker(Rules rules, Families families) {
        this.rules = rules;
        this.families = families;
    }

    RuleBook make(ProjectInfo project, Instant now) {
        List<RuleRow> rows =
                rules.list().stream()
                        .sorted(Comparator.comparingInt(row -> ORDER.indexOf(row.state())))
                        .toList();
        Map<UUID, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.id(), row.name()));
        Map<String, List<String>> known = rules.concepts();
        Map<String, List<String>> used = new TreeMap<>();
        List<BookEntry> entries = new ArrayList<>();
        for (RuleRow row : rows) {
            BookEntry entry = entry(row, names);
            entries.add(entry);
            entry.lists().forEach(name -> used.put(name, known.getOrDefault(name, List.of())));
        }
        return new RuleBook(
                project.name(),
                now,
                project.pairs(),
                project.judged(),
                project.annotators(),
                entries,
                used);
    }

    private BookEntry entry(RuleRow row, Map<UUID, String> names) {
        List<Revision> history = rules.history(row.id());
        Preview.Counted counted = (Preview.Counted) rules.preview(row.id(), row.text());
        return new BookEntry(
                row,
                support(row.figures(), counted),
                history.reversed().stream()
                        .map(Revision::author)
                        .filter(author -> !author.isBlank())
                        .distinct()
                        .toList(),
                family(row.id(), names),
                examples(counted, Decided.Outcome.RIGHT),
                examples(counted, Decided.Outcome.WRONG),
                lists(row.text()),
                history);
    }

    /// Of a rule that votes, the pair that it was written on does not count.
    private static BookEntry.Support support(Figures figures, Preview.Counted counted) {
        boolean votes = !Double.isNaN(figures.weight());
        return new BookEntry.Support(
                counted.after().fires(),
                counted.after().pairs(),
                votes ? figures.correct() : counted.right(),
                votes ? figures.incorrect() : counted.wrong());
    }

    private List<String> family(UUID rule, Map<UUID, String> names) {
        return families.confirmed().stream()
                .filter(family -> family.rules().contains(rule))
                .flatMap(family -> family.rules().stream())
                .filter(other -> !other.equals(rule) && names.containsKey(other))
                .map(other -> names.getOrDefault(other, ""))
                .toList();
    }

    private static List<Decided> examples(Preview.Counted counted, Decided.Outcome outcome) {
        return counted.examples().stream()
                .filter(one -> one.outcome() == outcome)
                .limit(EXAMPLES)
                .toList();
    }

    private static List<String> lists(String text) {
        return LIST.matcher(LITERAL.matcher(text).replaceAll("\"\""))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
