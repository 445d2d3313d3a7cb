package dev.whetstone.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.explain.Word;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.OpenProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever an expert writes, and whatever is pressed besides accepting and answering, no rule
/// comes of it, and no word is passed over in silence. Over the real services, with sentences of
/// the recorded explanations, pairs of them, and words in any order.
class NoRuleWithoutAClickTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
    private static final int COMPARISONS = 6;

    @TempDir Path folder;
    private final Told told = new Told();
    private final Random random = new Random(41);
    private final List<String> sentences = new ArrayList<>();
    private final List<String> words = new ArrayList<>(List.of("zorbly", "quux", "PL4"));
    private Workbench workbench;
    private ProjectServices project;
    private Desk desk;
    private WhyViewModel why;
    private CompareViewModel model;

    @BeforeEach
    void open() throws IOException {
        read();
        Path file = folder.resolve("claims.whetstone");
        try (OpenProject made = OpenProject.create(file, CLOCK)) {
            made.with(
                    stored ->
                            stored.inTransaction(
                                    () -> {
                                        for (int i = 0; i < COMPARISONS; i++) {
                                            var prompt =
                                                    stored.prompts()
                                                            .add(
                                                                    List.of(
                                                                            new Message(
                                                                                    Role.USER,
                                                                                    "Is my claim "
                                                                                            + i
                                                                                            + " covered?"
                                                                                            + " What is the"
                                                                                            + " deductible?")),
                                                                    "");
                                            var a =
                                                    stored.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    i % 2 == 0
                                                                            ? "You are definitely"
                                                                                    + " covered! Tell"
                                                                                    + " us your PIN."
                                                                            : "Never tell anybody"
                                                                                    + " your PIN.",
                                                                    "m");
                                            var b =
                                                    stored.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    "I am sorry. The deductible is"
                                                                            + " $50; next, call"
                                                                            + " us.",
                                                                    "m");
                                            stored.comparisons()
                                                    .add(prompt.id(), List.of(a.id(), b.id()));
                                        }
                                        return true;
                                    }));
        }
        workbench =
                ServiceGraph.with(
                        (job, progress) -> {
                            throw new IllegalStateException("no model job is expected");
                        },
                        new Places(folder.resolve("state"), folder.resolve("cache")),
                        CLOCK,
                        new Ids(CLOCK, new Random(3)));
        project = workbench.open(file);
        desk = project.judging().desk(project.judging().annotator("ana"));
        Messages messages = new Messages(Locale.ENGLISH);
        why =
                new WhyViewModel(
                        project.explaining(),
                        project.rules(),
                        "ana",
                        new DirectTaskRunner(),
                        told,
                        messages);
        model =
                new CompareViewModel(
                        desk, why, project.explaining(), new DirectTaskRunner(), told, messages);
        model.load();
    }

    private void read() throws IOException {
        try (InputStream in =
                NoRuleWithoutAClickTest.class.getResourceAsStream("explanations.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> sentences.add(line.split("\t", -1)[3]));
        }
        sentences.forEach(sentence -> words.addAll(List.of(sentence.split("\\s+"))));
    }

    @AfterEach
    void close() {
        desk.close();
        project.close();
        workbench.close();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String sentence() {
        return switch (random.nextInt(4)) {
            case 0 -> any(sentences) + " " + any(sentences);
            case 1 -> {
                StringBuilder salad = new StringBuilder();
                for (int i = 0; i < 2 + random.nextInt(7); i++) {
                    salad.append(any(words)).append(' ');
                }
                yield salad.toString();
            }
            default -> any(sentences);
        };
    }

    /// Everything that can be done at the desk but accept, answer and pick.
    private void act() {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> why.textProperty().set(sentence());
            case 3 -> why.boxProperty().set(Box.values()[random.nextInt(3)]);
            case 4 -> model.prefer(random.nextInt(2));
            case 5 -> model.tie();
            case 6 -> why.nextReading();
            case 7 -> why.ignore();
            case 8 -> {
                why.startEdit();
                why.edit().textProperty().set("bad(X) when words(X) > " + random.nextInt(90));
            }
            case 9 -> why.takeGate();
            case 10 -> why.addEvidence(random.nextInt(2), 0, 5 + random.nextInt(9));
            case 11 -> {
                if (random.nextBoolean()) {
                    why.help().openWords();
                    why.help().listProperty().set("list " + random.nextInt(3));
                    why.help().typedProperty().set("sorry, covered");
                } else {
                    why.help().openFact();
                    why.help().topicProperty().set("deductible");
                    why.help().rightProperty().set("$50");
                }
                why.help().take();
            }
            case 12 -> why.help().similar();
            case 13 ->
                    why.chips().stream()
                            .filter(Chip.Ask.class::isInstance)
                            .map(Chip.Ask.class::cast)
                            .findFirst()
                            .ifPresent(
                                    ask ->
                                            why.answer(
                                                    ask.question(), any(ask.question().answers())));
            case 14 -> {
                model.save();
                model.question().later();
            }
            default -> model.undo();
        }
    }

    @Test
    void nothingButAcceptingMakesARule() {
        for (int i = 0; i < 300; i++) {
            act();
            assertThat(project.rules().list()).as("after action %s", i).isEmpty();
            if (!model.hasShowing().get()) {
                model.back();
            }
        }
        assertThat(told.failures()).isEmpty();
    }

    @Test
    void acceptingMakesExactlyTheRuleThatIsShown() {
        model.prefer(model.showingProperty().get().orElseThrow().position(1));
        why.textProperty().set("It asks for the customer's PIN.");
        String shown = why.openRule().orElseThrow().candidate().rule();
        why.accept();
        assertThat(project.rules().list()).extracting(rule -> rule.text()).containsExactly(shown);
    }

    @Test
    void aSentenceWithAWordNobodyKnowsIsNeverSafe() {
        model.prefer(model.showingProperty().get().orElseThrow().position(1));
        for (String sentence : sentences) {
            why.textProperty().set(sentence);
            boolean unknown =
                    why.understandingProperty().get().words().stream()
                            .anyMatch(word -> word.use() == Word.Use.UNKNOWN);
            if (unknown) {
                assertThat(why.chips()).as(sentence).hasAtLeastOneElementOfType(Chip.Ask.class);
                assertThat(why.understandingProperty().get().candidates())
                        .as(sentence)
                        .noneMatch(candidate -> candidate.safe());
            }
        }
    }
}
