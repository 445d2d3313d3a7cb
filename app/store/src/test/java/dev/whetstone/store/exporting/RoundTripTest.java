package dev.whetstone.store.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.Given;
import dev.whetstone.store.content.ImportedScore;
import dev.whetstone.store.importing.ImportReport;
import dev.whetstone.store.importing.ImportRequest;
import dev.whetstone.store.importing.Importer;
import dev.whetstone.store.project.Existing;
import dev.whetstone.store.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is exported imports again as the same: import(export(x)) = x.
class RoundTripTest {
    private static final List<String> TEXTS =
            List.of(
                    "Yes.",
                    " leading blank",
                    "two\nlines\r\nand \"quotes\"",
                    "Ärger, 日本語 😀",
                    "[{\"role\":\"user\"}]",
                    "a,b;c\td",
                    "\n\nHuman: not a dialogue\n\nAssistant: no",
                    "1. Call us.\n2. Wait.",
                    "\u0000 null",
                    "{}");

    /// A folder of its own for each try, which is gone afterwards.
    private static void inFolder(InFolder work) throws IOException {
        Path folder = Files.createTempDirectory("round");
        try {
            work.run(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private interface InFolder {
        void run(Path folder) throws IOException;
    }

    @Property(tries = 8, seed = "42")
    void aJudgementsFileLosesNothing(@ForAll long seed) throws IOException {
        inFolder(folder -> judgementsRoundTrip(folder, seed));
    }

    private static void judgementsRoundTrip(Path folder, long seed) throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl.gz");
        TreeSet<String> before;
        try (ProjectFile project = ProjectFile.create(folder.resolve("a.whetstone"))) {
            project.inTransaction(
                    () -> {
                        fill(project, new Random(seed));
                        return true;
                    });
            before = described(project);
            Exporter.judgements(project, first, Existing.REFUSE);
            // What comes from a project is in it already.
            assertThat(load(project, first).judgements()).isZero();
        }
        try (ProjectFile project = ProjectFile.create(folder.resolve("b.whetstone"))) {
            ImportReport report = load(project, first);
            assertThat(report.rejected()).isEmpty();
            assertThat(report.skipped()).isZero();
            assertThat(described(project)).isEqualTo(before);
            Exporter.judgements(project, second, Existing.REFUSE);
            assertThat(load(project, second).judgements()).isZero();
        }
    }

    @Property(tries = 8, seed = "43")
    void aPairsFileKeepsPromptTextsAndProbability(@ForAll long seed) throws IOException {
        inFolder(folder -> roundTrip(folder, new Random(seed), ExportFormat.PAIRS));
    }

    @Property(tries = 8, seed = "44")
    void conversationalRowsKeepPromptTextsAndProbability(@ForAll long seed) throws IOException {
        inFolder(folder -> roundTrip(folder, new Random(seed), ExportFormat.TRL_CONVERSATIONAL));
    }

    @Property(tries = 8, seed = "45")
    void binarizedRowsKeepPromptTextsAndProbability(@ForAll long seed) throws IOException {
        inFolder(
                folder ->
                        roundTrip(folder, new Random(seed), ExportFormat.ULTRAFEEDBACK_BINARIZED));
    }

    private static void roundTrip(Path folder, Random random, ExportFormat format)
            throws IOException {
        List<PreferenceRow> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<String> texts = texts(random, 2);
            double p = .5 + random.nextInt(1, 9) / 16.0;
            rows.add(
                    new PreferenceRow(
                            turns(random, i),
                            random.nextBoolean() ? "policy text" : "",
                            new Scored(texts.get(0), "model-1", random.nextDouble()),
                            new Scored(texts.get(1), "model-2", random.nextDouble()),
                            p,
                            "ana",
                            ""));
        }
        Path out = folder.resolve("rows.jsonl");
        ExportReport written = Exporter.preferences(rows, format, out, Existing.REFUSE);
        try (ProjectFile project = ProjectFile.create(folder.resolve("a.whetstone"))) {
            ImportReport report = load(project, out);
            assertThat(report.rejected()).isEmpty();
            assertThat(report.judgements()).isEqualTo(written.rows()).isEqualTo(rows.size());
            List<PreferenceRow> back = PreferenceRows.ofJudgements(project).rows();
            assertThat(back.stream().map(RoundTripTest::withoutLineage))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private static PreferenceRow withoutLineage(PreferenceRow row) {
        return row.from(row.annotator(), "");
    }

    private static ImportReport load(ProjectFile project, Path file) {
        return new Importer(project, InstantSource.fixed(Given.NOON))
                .run(ImportRequest.of(file))
                .getFirst();
    }

    private static void fill(ProjectFile project, Random random) {
        for (int i = 0; i < 6; i++) {
            Prompt prompt =
                    project.prompts().add(turns(random, i), random.nextInt(3) == 0 ? "source" : "");
            List<String> texts = texts(random, 2 + random.nextInt(4));
            List<UUID> ids =
                    texts.stream()
                            .map(
                                    text ->
                                            project.responses()
                                                    .add(
                                                            prompt.id(),
                                                            text,
                                                            random.nextBoolean() ? "m" : "")
                                                    .id())
                            .toList();
            if (random.nextBoolean()) {
                project.importedScores()
                        .put(new ImportedScore(ids.getFirst(), "score", random.nextGaussian()));
            }
            UUID comparison = project.comparisons().add(prompt.id(), ids).id();
            for (String name : List.of("ana", "bo")) {
                UUID annotator = project.annotators().add(name).id();
                project.judgements().append(judged(comparison, annotator, texts, random, i));
            }
        }
    }

    private static JudgementEvent judged(
            UUID comparison, UUID annotator, List<String> texts, Random random, int i) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> tiers = new ArrayList<>();
        for (int index : order.subList(0, 1 + random.nextInt(order.size()))) {
            if (!tiers.isEmpty() && random.nextInt(3) == 0) {
                List<Integer> tied = new ArrayList<>(tiers.removeLast());
                tied.add(index);
                Collections.sort(tied);
                tiers.add(tied);
            } else {
                tiers.add(List.of(index));
            }
        }
        boolean bothBad = random.nextInt(4) == 0;
        Ranking ranking = bothBad && random.nextBoolean() ? Ranking.NONE : new Ranking(tiers);
        Explanation explanation =
                random.nextInt(3) == 0
                        ? Explanation.NONE
                        : new Explanation(
                                Box.values()[random.nextInt(3)],
                                TEXTS.get(random.nextInt(TEXTS.size())),
                                List.of(new EvidenceSpan(order.getFirst(), 0, 1)),
                                List.of("tone", "length"));
        Collections.shuffle(order, random);
        return new JudgementEvent.Judged(
                Given.id(),
                new Judgement(
                        Given.id(),
                        comparison,
                        annotator,
                        Instant.ofEpochSecond(1_700_000_000L + i, random.nextInt(1_000_000_000)),
                        ranking,
                        Strength.values()[random.nextInt(4)],
                        Acceptable.values()[random.nextInt(3)],
                        bothBad,
                        explanation,
                        order,
                        random.nextBoolean() ? 1 : .5 + random.nextDouble(.01, .5)));
    }

    private static List<Message> turns(Random random, int i) {
        Message first = new Message(Role.USER, i + TEXTS.get(random.nextInt(TEXTS.size())));
        return switch (random.nextInt(4)) {
            case 0 ->
                    List.of(
                            new Message(Role.SYSTEM, "Be kind."),
                            first,
                            new Message(Role.ASSISTANT, "Yes?"),
                            new Message(Role.USER, "Go on."));
            case 1 -> List.of(new Message(Role.USER, TEXTS.get(6) + i));
            default -> List.of(first);
        };
    }

    private static List<String> texts(Random random, int count) {
        List<String> texts = new ArrayList<>(TEXTS);
        Collections.shuffle(texts, random);
        return texts.subList(0, count);
    }

    /// Everything that a verdict says, without ids.
    private static TreeSet<String> described(ProjectFile project) {
        ProjectContent content = new ProjectContent(project);
        TreeSet<String> all = new TreeSet<>();
        for (Judgement judgement : project.judgements().standing()) {
            ProjectContent.Judged judged = content.of(judgement);
            all.add(
                    String.join(
                            " | ",
                            judged.prompt().turns().toString(),
                            judged.prompt().source(),
                            judged.responses().stream().map(content::scored).toList().toString(),
                            judged.annotator(),
                            judgement.judgedAt().toString(),
                            judgement.ranking().toString(),
                            judgement.strength().name(),
                            judgement.acceptable().name(),
                            Boolean.toString(judgement.bothBad()),
                            judgement.explanation().toString(),
                            judgement.shown().toString(),
                            Double.toString(judgement.certainty())));
        }
        return all;
    }
}
