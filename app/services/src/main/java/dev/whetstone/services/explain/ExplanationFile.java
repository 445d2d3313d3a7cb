package dev.whetstone.services.explain;

import dev.whetstone.core.explain.Chosen;
import dev.whetstone.core.explain.Clarification;
import dev.whetstone.core.explain.ExplanationParser;
import dev.whetstone.core.explain.Lexicon;
import dev.whetstone.core.explain.OwnPair;
import dev.whetstone.core.explain.Reading;
import dev.whetstone.core.explain.SlotFit;
import dev.whetstone.core.explain.Understanding;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Explanations that belong to no comparison: a sentence, perhaps with the pair that it is
/// about, or a table of sentences with what is expected.
public final class ExplanationFile {
    private static final List<String> COLUMNS = List.of("id", "box", "explanation");
    private static final String RULE = "rule";
    private static final String QUESTION = "question";
    private static final long LARGEST_BYTES = 16L << 20;

    /// One sentence and what became of it.
    ///
    /// @param outcome `rule`, `question` or `rationale`
    /// @param rule the best reading's rule; empty when it is no rule
    /// @param readings the rules of all readings, best first
    /// @param skipped content words that were not understood
    /// @param question what to ask; empty unless the outcome is a question
    /// @param pair what the rule says of the pair: `supports` the chosen reply, `abstains` or
    ///     `contradicts`; empty where there is no rule or no pair
    /// @param matchesExpected empty where nothing was expected
    public record Row(
            String id,
            String text,
            String outcome,
            String rule,
            List<String> readings,
            List<String> skipped,
            boolean silentSkip,
            String question,
            String pair,
            List<Boolean> matchesExpected) {
        public Row {
            readings = List.copyOf(readings);
            skipped = List.copyOf(skipped);
            matchesExpected = List.copyOf(matchesExpected);
        }
    }

    private final ExplanationParser parser;
    private final Concepts concepts;

    public ExplanationFile(ExplanationParser parser, Concepts concepts) {
        this.parser = parser;
        this.concepts = concepts;
    }

    /// With the lexicon and the word lists that ship with the program.
    public static ExplanationFile shipped() {
        return new ExplanationFile(
                new ExplanationParser(Lexicon.bundled()), StarterConcepts.concepts());
    }

    /// Reads a sentence and holds its rule against the pair that it is about. A rule that speaks
    /// for the other reply is not taken: the outcome is a question then.
    public Row read(Box box, String text, ChosenPair pair) {
        Understanding understanding = parser.parse(text, box, pair.chosen());
        Row read = row("1", text, understanding, Optional.empty());
        if (!read.outcome().equals(RULE)) {
            return read;
        }
        Rule rule = understanding.readings().getFirst().rule();
        OwnPair own =
                OwnPair.of(
                        rule,
                        SlotFit.of(rule, pair.chosenFirst(), concepts),
                        pair.chosenFirst(),
                        concepts);
        boolean kept = own != OwnPair.CONTRADICTS;
        return new Row(
                read.id(),
                read.text(),
                kept ? RULE : QUESTION,
                kept ? read.rule() : "",
                read.readings(),
                read.skipped(),
                false,
                kept ? "" : Questions.opposite().text(),
                own.name().toLowerCase(Locale.ROOT),
                List.of());
    }

    public Row read(String id, Box box, String text, Optional<String> expected) {
        return row(id, text, parser.parse(text, box, Chosen.UNKNOWN), expected);
    }

    private static Row row(
            String id, String text, Understanding understanding, Optional<String> expected) {
        boolean isRule = understanding.outcome() == Understanding.Outcome.RULE;
        List<String> readings =
                understanding.readings().stream()
                        .map(Reading::rule)
                        .map(RulePrinter::print)
                        .toList();
        List<String> skipped =
                understanding.readings().isEmpty()
                        ? List.of()
                        : understanding.readings().getFirst().skipped();
        return new Row(
                id,
                text,
                understanding.outcome().name().toLowerCase(Locale.ROOT),
                isRule ? readings.getFirst() : "",
                readings,
                skipped,
                isRule && !skipped.isEmpty(),
                understanding.question().kind() == Clarification.Kind.NONE
                        ? ""
                        : Questions.of(understanding.question(), skipped).text(),
                "",
                expected.stream().map(e -> matches(understanding, e)).toList());
    }

    private static boolean matches(Understanding understanding, String expected) {
        if (expected.startsWith("CLARIFY")) {
            return understanding.outcome() == Understanding.Outcome.QUESTION;
        }
        if (understanding.outcome() != Understanding.Outcome.RULE) {
            return false;
        }
        try {
            return NormalForm.of(understanding.readings().getFirst().rule())
                    .equals(NormalForm.of(RuleParser.parse(expected)));
        } catch (RuleSyntaxException e) {
            throw new ServiceException(
                    "explain.expected",
                    "The expected rule \"" + expected + "\" is none: " + e.getMessage(),
                    "",
                    e);
        }
    }

    /// Reads a table with a header of id, box, explanation and perhaps expected (any column whose
    /// name begins so).
    ///
    /// @throws ServiceException `explain.file`, naming file, line and column
    public List<Row> read(Path file) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw problem(file, 1, "is empty");
        }
        List<String> header = List.of(lines.getFirst().split("\t", -1));
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw problem(file, 1, "has no column \"" + column + "\"");
            }
        }
        int expectedAt = -1;
        for (int c = 0; c < header.size(); c++) {
            expectedAt = header.get(c).startsWith("expected") && expectedAt < 0 ? c : expectedAt;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(file, i + 1, header, expectedAt, lines.get(i).split("\t", -1)));
            }
        }
        return rows;
    }

    private Row row(Path file, int line, List<String> header, int expectedAt, String[] cells) {
        int last =
                Math.max(
                        header.indexOf("explanation"), Math.max(header.indexOf("box"), expectedAt));
        if (cells.length <= last) {
            throw problem(file, line, "has " + cells.length + " columns");
        }
        Box box;
        try {
            box = Box.fromWireName(cells[header.indexOf("box")]);
        } catch (IllegalArgumentException e) {
            throw problem(file, line, "column \"box\": " + e.getMessage());
        }
        return read(
                cells[header.indexOf("id")],
                box,
                cells[header.indexOf("explanation")],
                expectedAt < 0 ? Optional.empty() : Optional.of(cells[expectedAt]));
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw problem(file, 1, "is larger than 16 MiB");
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ServiceException(
                    "explain.file", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }

    private static ServiceException problem(Path file, int line, String what) {
        return new ServiceException("explain.file", file + ", line " + line + ": " + what, "");
    }
}
