package dev.whetstone.store.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Response;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.Given;
import dev.whetstone.store.importing.input.ImportLimits;
import dev.whetstone.store.importing.input.Reason;
import dev.whetstone.store.project.ProjectFile;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
    @TempDir Path folder;
    private ProjectFile project;

    @BeforeEach
    void create() {
        project = ProjectFile.create(folder.resolve("p.whetstone"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Importer importer() {
        return new Importer(project, InstantSource.fixed(Given.NOON));
    }

    private ImportReport load(ImportRequest request) {
        return importer().run(request.withRejections(Rejections.LEAVE_OUT)).getFirst();
    }

    private ImportReport load(String text) throws IOException {
        return load(ImportRequest.of(file("rows.jsonl", text)));
    }

    private Judgement only() {
        assertThat(project.judgements().standing()).hasSize(1);
        return project.judgements().standing().getFirst();
    }

    private List<String> texts() {
        return project.responses().all().stream().map(Response::text).toList();
    }

    @Test
    void readsAJudgementsFileWithEverythingInIt() throws IOException {
        ImportReport report =
                load(
                        """
                        {"prompt":"Hi?", "responses":["No next steps at all.","1. Call us."], "ranking":[[1],[0]], "strength":2, "acceptable":true, "both_bad":false, "explanation":{"box":"worse","text":"No next steps.","spans":[{"response":0,"start":3,"end":20}],"tags":["missing"]}, "annotator":"ana","judged_at":"2026-11-02T10:15:00Z","shown":[1,0]}
                        """);

        Judgement judgement = only();
        assertThat(judgement.ranking()).isEqualTo(Ranking.prefer(1, 0));
        assertThat(judgement.strength()).isEqualTo(Strength.CLEARLY);
        assertThat(judgement.acceptable()).isEqualTo(Acceptable.YES);
        assertThat(judgement.explanation().box()).isEqualTo(Box.WORSE);
        assertThat(judgement.explanation().spans()).containsExactly(new EvidenceSpan(0, 3, 20));
        assertThat(judgement.explanation().tags()).containsExactly("missing");
        assertThat(judgement.judgedAt()).isEqualTo(Instant.parse("2026-11-02T10:15:00Z"));
        assertThat(judgement.shown()).containsExactly(1, 0);
        assertThat(project.annotators().find(judgement.annotatorId()).orElseThrow().name())
                .isEqualTo("ana");
        assertThat(report.toJson().toString())
                .endsWith(
                        "\"format\":\"judgements\",\"as\":\"judgements\",\"prompts\":1,"
                                + "\"responses\":2,\"comparisons\":1,\"judgements\":1,"
                                + "\"duplicates\":0,\"ties\":0,\"both_bad\":0,\"strengths\":1,"
                                + "\"explanations\":1,\"ratings\":0,\"scores\":0,\"absolute\":1,"
                                + "\"spans\":1,\"skipped\":0,\"rejected\":[]}");
    }

    @Test
    void rowsThatNameTheResponsesInAnotherOrderJoinTheSameComparison() throws IOException {
        load(
                """
                {"prompt":"Hi?","responses":["x","y"],"ranking":[[0],[1]],"annotator":"ana"}
                {"prompt":"Hi?","responses":["y"," x "],"ranking":[[0],[1]],"annotator":"bo"}
                {"prompt":"Hi?","responses":["y","x"],"ranking":[[1],[0]],"annotator":"ana"}
                """);

        assertThat(project.comparisons().count()).isEqualTo(1);
        assertThat(project.judgements().standing())
                .extracting(Judgement::ranking)
                .containsExactly(Ranking.prefer(0, 1), Ranking.prefer(1, 0));
    }

    @Test
    void keepsAProbabilityAsItIs() throws IOException {
        ImportReport report =
                load(
                        """
                        {"prompt":"p","a":"x","b":"y","label":0.3}
                        {"prompt":"q","a":"x","b":"y","label":"tie"}
                        {"prompt":"r","a":"x","b":"y"}
                        """);

        List<Judgement> judgements = project.judgements().standing();
        assertThat(judgements.getFirst().ranking()).isEqualTo(Ranking.prefer(1, 0));
        assertThat(judgements.getFirst().preference(0, 1))
                .isCloseTo(.3, org.assertj.core.data.Offset.offset(1e-15));
        assertThat(judgements.get(1).preference(0, 1)).isEqualTo(.5);
        assertThat(report.ties()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(project.comparisons().count()).isEqualTo(3);
    }

    @Test
    void namelessJudgesWhoDisagreeAreTwoJudges() throws IOException {
        String rows =
                """
                {"prompt":"p","a":"x","b":"y","label":"a"}
                {"prompt":"p","a":"y","b":"x","label":"a"}
                {"prompt":"p","a":"y","b":"x","label":"b"}
                """;
        ImportReport report = load(rows);

        assertThat(report.judgements()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(project.judgements().standing()).hasSize(2);
        assertThat(project.annotators().all())
                .extracting(annotator -> annotator.name())
                .containsExactly("imported", "imported (2)");
        assertThat(load(rows).duplicates()).isEqualTo(3);
        assertThat(project.judgements().count()).isEqualTo(2);
    }

    @Test
    void readsTheRowsOfTrl() throws IOException {
        assertThat(
                        load("{\"prompt\":\"The sky is\",\"chosen\":\" blue.\",\"rejected\":\" green.\"}")
                                .format())
                .isEqualTo("trl-explicit");
        assertThat(load("{\"chosen\":\"The sky is blue.\",\"rejected\":\"The sky is green.\"}"))
                .returns("trl-implicit", ImportReport::format)
                .returns(1L, ImportReport::duplicates);
        assertThat(
                        load(
                                "{\"prompt\":[{\"role\":\"user\",\"content\":\"The sky is\"}],"
                                        + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"blue.\"}],"
                                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"green.\"}]}"))
                .returns("trl-conversational", ImportReport::format)
                .returns(1L, ImportReport::duplicates);
        assertThat(texts()).containsExactly(" blue.", " green.");
        assertThat(only().preference(0, 1)).isEqualTo(1);
    }

    @Test
    void readsHhRlhf() throws IOException {
        ImportReport report =
                load(
                        "{\"chosen\":\"\\n\\nHuman: Hi\\n\\nAssistant: Hello.\\n\\nHuman: Bye\\n\\nAssistant: Farewell.\","
                                + "\"rejected\":\"\\n\\nHuman: Hi\\n\\nAssistant: Hello.\\n\\nHuman: Bye\\n\\nAssistant: Fine.\"}");

        assertThat(report.format()).isEqualTo("hh-rlhf");
        assertThat(project.prompts().all().getFirst().turns())
                .containsExactly(
                        new Message(Role.USER, "Hi"),
                        new Message(Role.ASSISTANT, "Hello."),
                        new Message(Role.USER, "Bye"));
        assertThat(texts()).containsExactly("Farewell.", "Fine.");
    }

    @Test
    void readsUltraFeedbackBinarized() throws IOException {
        ImportReport report =
                load(
                        """
                        {"prompt":"Explain X","prompt_id":"9f","chosen":[{"content":"Explain X","role":"user"},{"content":"good","role":"assistant"}],"rejected":[{"content":"Explain X","role":"user"},{"content":"bad","role":"assistant"}],"messages":[],"score_chosen":8.5,"score_rejected":6.0}
                        """);

        assertThat(report.format()).isEqualTo("ultrafeedback-binarized");
        assertThat(report.scores()).isEqualTo(2);
        assertThat(texts()).containsExactly("good", "bad");
        assertThat(project.importedScores().all())
                .extracting(score -> score.score())
                .containsExactlyInAnyOrder(8.5, 6.0);
    }

    @Test
    void readsSampledResponsesWithScores() throws IOException {
        load(
                """
                {"prompt":"p","chosen":[{"role":"user","content":"p"},{"role":"assistant","content":"c"}],"rejected":[{"role":"user","content":"p"},{"role":"assistant","content":"a"}],"all_generated_responses":["a","b","c","c"],"all_rm_scores":[0.1,0.2,0.3,0.3]}
                """);

        assertThat(texts()).containsExactly("a", "b", "c");
        assertThat(only().ranking()).isEqualTo(new Ranking(List.of(List.of(2), List.of(0))));
    }

    @Test
    void readsCsvWithAMappingAndPhysicalLines() throws IOException {
        Path csv =
                file(
                        "rows.csv",
                        "\uFEFFid;question;left;right;winner\r\n"
                                + "1;\"two\nlines\";x;y;L\r\n"
                                + "2;q;x;;R\r\n"
                                + "3;q;x;y;?\r\n"
                                + "4;q;x\r\n"
                                + "5;q;x;y;R\r\n");

        ImportReport report =
                load(
                        ImportRequest.of(csv)
                                .withMapping(
                                        ColumnMapping.parse(
                                                "prompt=question,a=left,b=right,label=winner:L>a,R>b"))
                                .withAnnotator("ana"));

        assertThat(report.rejected())
                .containsExactly(
                        new Rejection(4, Reason.EMPTY, "right"),
                        new Rejection(5, Reason.VALUE, "winner"),
                        new Rejection(6, Reason.COLUMNS, ""));
        assertThat(report.judgements()).isEqualTo(2);
        assertThat(project.prompts().all().getFirst().text()).isEqualTo("two\nlines");
        assertThat(project.annotators().all())
                .extracting(annotator -> annotator.name())
                .containsExactly("ana");
    }

    @Test
    void namesLineReasonAndFieldOfBadRows() throws IOException {
        ImportReport report =
                load(
                        """
                        {"prompt":"p","a":"x","b":"y","label":"a"}

                        {"prompt":"p","a":"x","b":
                        {"prompt":"p","a":"x","label":"a"}
                        {"prompt":"p","a":"x","b":7,"label":"a"}
                        {"prompt":" ","a":"x","b":"y","label":"a"}
                        {"prompt":"p","a":"x","b":"y","label":1.5}
                        {"text":"p"}
                        ["p"]
                        {"prompt":"p","a":"x","b":"\\ud800","label":"a"}
                        """);

        assertThat(report.rejected())
                .containsExactly(
                        new Rejection(3, Reason.JSON, ""),
                        new Rejection(4, Reason.MISSING, "b"),
                        new Rejection(5, Reason.TYPE, "b"),
                        new Rejection(6, Reason.EMPTY, "prompt"),
                        new Rejection(7, Reason.VALUE, "label"),
                        new Rejection(8, Reason.COLUMNS, ""),
                        new Rejection(9, Reason.TYPE, ""),
                        new Rejection(10, Reason.VALUE, "b"));
        assertThat(report.judgements()).isEqualTo(1);
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() throws IOException {
        Path file =
                file("x.jsonl", "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"a\"}\n{}\n");

        ImportReport dry = load(ImportRequest.of(file).withMode(ImportMode.DRY_RUN));

        assertThat(project.prompts().count()).isZero();
        assertThat(project.annotators().all()).isEmpty();
        assertThat(load(ImportRequest.of(file))).isEqualTo(dry);
        assertThat(project.prompts().count()).isEqualTo(1);
    }

    @Test
    void aRefusedFileLeavesNothingBehind() throws IOException {
        Path file =
                file("x.jsonl", "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"a\"}\n{]\n");

        assertThatThrownBy(() -> importer().run(ImportRequest.of(file)))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("x.jsonl line 2: not readable as JSON; nothing was imported");
        assertThat(project.prompts().count()).isZero();
    }

    @Test
    void oneBadRowKeepsOutTheOtherFilesToo() throws IOException {
        Path sound =
                file("a.jsonl", "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"a\"}\n");
        Path bad =
                file(
                        "b.jsonl",
                        "{\"prompt\":\"q\",\"a\":\"\",\"b\":\"y\"}\n{\"prompt\":\"q\",\"a\":\"x\"}\n");

        assertThatThrownBy(
                        () ->
                                importer()
                                        .run(
                                                ImportRequest.of(sound),
                                                List.of(sound, bad),
                                                (file, files) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith(
                        "b.jsonl line 1: \"a\" is empty (and 1 more rows); nothing was imported");
        assertThat(project.prompts().count()).isZero();
    }

    @Test
    void anImportThatIsCancelledBetweenFilesLeavesNothingBehind() throws IOException {
        Path first = file("a.jsonl", "{\"prompt\":\"p\"}\n");
        Path second = file("b.jsonl", "{\"prompt\":\"q\"}\n");

        assertThatThrownBy(
                        () ->
                                importer()
                                        .run(
                                                ImportRequest.of(first),
                                                List.of(first, second),
                                                (file, files) -> {
                                                    if (file == 1) {
                                                        throw new CancellationException();
                                                    }
                                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(project.prompts().count()).isZero();
    }

    @Test
    void aBadFirstRowDoesNotMakeAnotherFormatOfTheFile() throws IOException {
        String pair = "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"a\"}\n";

        assertThat(load("{\"prompt\":\"q\"}\n" + pair))
                .returns("pairs", ImportReport::format)
                .returns(List.of(new Rejection(1, Reason.MISSING, "a")), ImportReport::rejected);
        assertThat(load(pair.replace("\"a\"}", "\"a") + "{\"prompt\":\"q\"}\n"))
                .returns("pairs", ImportReport::format)
                .returns(
                        List.of(
                                new Rejection(1, Reason.JSON, ""),
                                new Rejection(2, Reason.MISSING, "a")),
                        ImportReport::rejected);
        assertThat(load("prompt: p\n" + pair))
                .returns("pairs", ImportReport::format)
                .returns(List.of(new Rejection(1, Reason.JSON, "")), ImportReport::rejected);
    }

    @Test
    void readsAListAndPackedFiles() throws IOException {
        Path list =
                file(
                        "list.json",
                        "[\n {\"prompt\":\"p\",\n  \"a\":\"x\",\"b\":\"y\",\"label\":\"a\"},\n {\"prompt\":\"\",\"a\":\"x\",\"b\":\"y\"}\n]\n");
        Path packed = folder.resolve("rows.data");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("{\"prompt\":\"q\"}\n{\"prompt\":\"q\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(load(ImportRequest.of(list)).rejected())
                .containsExactly(new Rejection(4, Reason.EMPTY, "prompt"));
        assertThat(load(ImportRequest.of(packed)))
                .returns("prompts", ImportReport::format)
                .returns(1L, ImportReport::prompts);
        assertThat(project.prompts().count()).isEqualTo(2);
    }

    @Test
    void badBytesAreNamedByLine() throws IOException {
        Path lines = folder.resolve("bad.jsonl");
        Files.write(
                lines,
                "{\"prompt\":\"p\"}\n{\"prompt\":\"\u00e4\"}\n{\"prompt\":\"r\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Path csv = folder.resolve("bad.csv");
        Files.write(csv, "prompt\nok\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(load(ImportRequest.of(lines)).rejected())
                .containsExactly(new Rejection(2, Reason.JSON, ""));
        assertThatThrownBy(() -> load(ImportRequest.of(csv)))
                .hasMessageContaining("line 3 is not UTF-8");
    }

    @Test
    void hostileFilesAreStopped() throws IOException {
        ImportLimits small = new ImportLimits(10_000, 200, 5, 3);
        String deep = "{\"prompt\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String wide = "{\"prompt\":\"p\",\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1}";
        Path rows =
                file(
                        "hostile.jsonl",
                        "{\"prompt\":\"p\"}\n{\"prompt\":\""
                                + "x".repeat(300)
                                + "\"}\n"
                                + wide
                                + "\n");

        assertThat(load(ImportRequest.of(rows).withLimits(small)).rejected())
                .containsExactly(
                        new Rejection(2, Reason.VALUE, ""), new Rejection(3, Reason.COLUMNS, ""));
        assertThat(load("{\"prompt\":\"p\"}\n" + deep).rejected())
                .containsExactly(new Rejection(2, Reason.JSON, ""));
        Path endless = file("endless.jsonl", "{\"prompt\":\"p\"}\n" + "{x\n".repeat(10));
        assertThatThrownBy(() -> load(ImportRequest.of(endless).withLimits(small)))
                .hasMessageContaining("more than 3 rows were rejected");
        Path large = file("large.jsonl", "{\"prompt\":\"p\"}\n".repeat(1000));
        assertThatThrownBy(() -> load(ImportRequest.of(large).withLimits(small)))
                .hasMessageContaining("larger than 10000 bytes");
    }

    @Test
    void anUnknownShapeIsOneClearLine() throws IOException {
        Path file = file("odd.jsonl", "{\"x\":1,\"y\":2}\n");

        assertThatThrownBy(() -> load(ImportRequest.of(file)))
                .hasMessageContaining("the format is not known from the columns x, y");
    }
}
