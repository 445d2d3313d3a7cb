package dev.whetstone.services.detectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.Satisfaction;
import dev.whetstone.core.project.Response;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.detect.DetectorMark;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What people and conditions said of texts for detectors.
final class MarkBook {
    /// Longest text that may be marked, in characters.
    private static final int LONGEST = 200_000;

    private static final long SEED = 7;

    private final OpenProject project;
    private final InstantSource clock;

    MarkBook(OpenProject project, InstantSource clock) {
        this.project = project;
        this.clock = clock;
    }

    List<DetectorMark> standing(String detector) {
        return project.with(file -> file.detectorMarks().standing(detector));
    }

    void add(String detector, List<Mark> marks, String author) {
        List<DetectorMark> rows = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.text().isBlank() || mark.text().length() > LONGEST) {
                throw new ServiceException(
                        "detector.mark",
                        mark.text().isBlank()
                                ? "A blank text cannot be marked."
                                : "A text of " + mark.text().length() + " characters is too long.",
                        "At most " + LONGEST + " characters are read.");
            }
            rows.add(row(detector, mark.text(), label(mark.is()), "", author));
        }
        put(rows);
    }

    private static DetectorMark.Label label(Mark.Answer answer) {
        return switch (answer) {
            case YES -> DetectorMark.Label.YES;
            case NO -> DetectorMark.Label.NO;
            case WITHDRAW -> DetectorMark.Label.WITHDRAWN;
        };
    }

    private DetectorMark row(
            String detector, String text, DetectorMark.Label label, String source, String author) {
        return new DetectorMark(detector, text, label, source, author, clock.instant());
    }

    private void put(List<DetectorMark> rows) {
        project.with(
                file -> {
                    file.detectorMarks().add(rows);
                    return true;
                });
    }

    /// The marks of a file of JSON lines.
    static List<Mark> read(Path file) {
        List<Mark> marks = new ArrayList<>();
        JsonFiles.forEachLine(
                file,
                line -> {
                    JsonNode text = line.values().path("text");
                    if (!text.isTextual() || text.asText().isBlank()) {
                        throw JsonFiles.badLine(
                                file, line.number(), "\"text\" is missing or blank");
                    }
                    if (text.asText().length() > LONGEST) {
                        throw JsonFiles.badLine(
                                file,
                                line.number(),
                                "\"text\" is longer than " + LONGEST + " characters");
                    }
                    if (!line.values().has("label")) {
                        throw JsonFiles.badLine(file, line.number(), "\"label\" is missing");
                    }
                    marks.add(
                            new Mark(
                                    text.asText(),
                                    answer(file, line.number(), line.values().path("label"))));
                });
        return marks;
    }

    private static Mark.Answer answer(Path file, int line, JsonNode label) {
        return switch (label.isNull() ? "null" : label.asText()) {
            case "true", "yes", "1" -> Mark.Answer.YES;
            case "false", "no", "0" -> Mark.Answer.NO;
            case "null" -> Mark.Answer.WITHDRAW;
            default ->
                    throw JsonFiles.badLine(
                            file,
                            line,
                            "\"label\" is "
                                    + label
                                    + "; it is true or false, yes or no, 1 or 0, or null");
        };
    }

    /// Marks replies by a condition, as many that meet it as not, and none that a person marked.
    void addWhen(
            String detector, String condition, int most, RuleCompiler compiler, String author) {
        CompiledRule rule = compiler.compile(judge(condition));
        Set<String> taken = new HashSet<>();
        for (DetectorMark mark : standing(detector)) {
            if (mark.source().isEmpty()) {
                taken.add(mark.text());
            }
        }
        List<String> yes = new ArrayList<>();
        List<String> no = new ArrayList<>();
        TextFeatures none = new TextFeatures("");
        for (Response response : shuffled(SEED)) {
            if (response.text().isBlank() || !taken.add(response.text())) {
                continue;
            }
            var prompt = project.content().prompts().get(response.promptId());
            Satisfaction found =
                    rule.satisfaction(
                            new TextFeatures(prompt == null ? "" : prompt.text()),
                            new TextFeatures(response.text()),
                            none);
            if (found == Satisfaction.MET) {
                yes.add(response.text());
            } else if (found == Satisfaction.VIOLATED) {
                no.add(response.text());
            }
        }
        int each = Math.min(most / 2, Math.min(yes.size(), no.size()));
        if (each == 0) {
            throw new ServiceException(
                    "detector.condition",
                    "The condition holds for %d replies and fails for %d."
                            .formatted(yes.size(), no.size()),
                    "It must tell the project's replies apart.");
        }
        String source = RulePrinter.printCondition(parsed(condition));
        List<DetectorMark> rows = new ArrayList<>();
        yes.subList(0, each)
                .forEach(t -> rows.add(row(detector, t, DetectorMark.Label.YES, source, author)));
        no.subList(0, each)
                .forEach(t -> rows.add(row(detector, t, DetectorMark.Label.NO, source, author)));
        put(rows);
    }

    private static Bool parsed(String condition) {
        try {
            return RuleParser.parseCondition(condition);
        } catch (RuleSyntaxException e) {
            throw new ServiceException(
                    "rule.syntax", "column " + (e.start() + 1) + ": " + e.getMessage(), "", e);
        }
    }

    private static Rule judge(String condition) {
        try {
            return new Rule.Judge(Verdict.GOOD, parsed(condition));
        } catch (RuleTypeException e) {
            throw new ServiceException("rule.syntax", String.valueOf(e.getMessage()), "", e);
        }
    }

    /// The project's replies in an order that the seed decides.
    List<Response> shuffled(long seed) {
        List<Response> all = new ArrayList<>(project.content().responses().values());
        all.sort(java.util.Comparator.comparing(Response::id));
        Collections.shuffle(all, new Random(seed));
        return all;
    }
}
