package dev.whetstone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.lf.vote.VoteMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoteJobTest {
    private static final String RULES =
            """
            @concept calm = {"calm", "relax*"}
            shorter: prefer lower words(X) by 3
            no-sorry: bad(X) when contains(X, /\\b(?:sorry|apologi[sz]e)\\b/)
            bullets: good(X) when bullets(X) > 0 and asks_for(P, bullets)
            new-numbers: bad(X) when novel(X, number, P) > 0
            calm: good(X) when contains(X, @calm)
            source: good(X) when overlap(X, S) > 0.2
            """;

    private static final List<String> PIECES =
            List.of(
                    "I am sorry. ",
                    "- one\n- two\n",
                    "It costs 30 or 1,000. ",
                    "Stay calm and rest. ",
                    "Größe \ud83d\ude00 可以。 ",
                    "We apologise! ");

    private final ObjectMapper json = new ObjectMapper();
    private final SparkSession spark =
            SparkSession.builder()
                    .master("local[2]")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                    .config("spark.sql.files.maxPartitionBytes", "16k")
                    .getOrCreate();

    @AfterAll
    void stop() {
        spark.stop();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<PairText> pairs() {
        Random random = new Random(3);
        List<PairText> pairs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            pairs.add(
                    new PairText(
                            i % 2 == 0 ? "Give me a bullet list of 30." : text(random),
                            text(random),
                            text(random),
                            i % 4 == 0 ? text(random) : ""));
        }
        return pairs;
    }

    private List<String> lines(List<PairText> pairs) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            PairText pair = pairs.get(i);
            ObjectNode row =
                    json.createObjectNode()
                            .put("id", "p" + i)
                            .put("a", pair.first())
                            .put("b", pair.second())
                            .put("source", pair.source());
            if (i % 5 == 0) {
                row.putArray("prompt")
                        .addObject()
                        .put("role", "user")
                        .put("content", pair.prompt());
            } else {
                row.put("prompt", pair.prompt());
            }
            lines.add(row.toString());
        }
        return lines;
    }

    private static VoteMatrix core(List<PairText> pairs) throws Exception {
        RulesFile file = RulesFile.parse("rules", RULES);
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()));
        List<CompiledRule> rules =
                file.rules().stream().map(rule -> compiler.compile(rule.rule())).toList();
        return new VoteEngine(Runnable::run).vote(pairs, rules);
    }

    private void assertVotesOfTheCore(Path out, List<PairText> pairs) throws Exception {
        VoteMatrix votes = core(pairs);
        Map<String, Row> rows = new HashMap<>();
        for (Row row : spark.read().parquet(out.toString()).collectAsList()) {
            rows.put(row.getAs("id"), row);
        }
        assertThat(rows).hasSize(pairs.size());
        int spoken = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Row row = Objects.requireNonNull(rows.get("p" + i));
            for (int j = 0; j < votes.columns(); j++) {
                assertThat((int) row.getByte(j + 1)).isEqualTo(votes.vote(i, j));
                spoken += Math.abs(votes.vote(i, j));
            }
        }
        assertThat(spoken).isGreaterThan(200);
        assertThat(Objects.requireNonNull(rows.get("p0")).schema().fieldNames())
                .containsExactly(
                        "id", "shorter", "no-sorry", "bullets", "new-numbers", "calm", "source");
    }

    private long run(Path pairs, VoteJob.Format format, Path out) throws Exception {
        return new VoteJob(spark).run("my.rules", RULES, pairs.toString(), format, out.toString());
    }

    @Test
    void votesOnJsonLinesAsTheCoreDoes(@TempDir Path folder) throws Exception {
        List<PairText> pairs = pairs();
        Path file = Files.write(folder.resolve("pairs.jsonl"), lines(pairs));
        Path out = folder.resolve("votes");
        assertThat(run(file, VoteJob.Format.JSONL, out)).isEqualTo(pairs.size());
        assertVotesOfTheCore(out, pairs);
        assertThat(spark.read().text(file.toString()).rdd().getNumPartitions()).isGreaterThan(1);
    }

    @Test
    void votesOnParquetAsTheCoreDoes(@TempDir Path folder) throws Exception {
        List<PairText> pairs = pairs();
        List<String> plain = lines(pairs).stream().map(this::withTextPrompt).toList();
        Path file = Files.write(folder.resolve("pairs.jsonl"), plain);
        Path parquet = folder.resolve("pairs.parquet");
        spark.read().json(file.toString()).write().parquet(parquet.toString());
        Path out = folder.resolve("votes");
        assertThat(run(parquet, VoteJob.Format.PARQUET, out)).isEqualTo(pairs.size());
        assertVotesOfTheCore(out, pairs);
    }

    private String withTextPrompt(String line) {
        try {
            ObjectNode row = (ObjectNode) json.readTree(line);
            if (row.path("prompt").isArray()) {
                row.put("prompt", row.path("prompt").path(0).path("content").asText());
            }
            return row.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aBrokenRowIsReportedWithFileAndLineAndLeavesNothing(@TempDir Path folder)
            throws Exception {
        List<String> lines = lines(pairs());
        lines.add(250, "");
        lines.set(300, "{\"id\": \"x\", \"prompt\": \"p\", \"a\": \"one\"}");
        Path file = Files.write(folder.resolve("some pairs.jsonl"), lines);
        Path out = folder.resolve("votes");
        assertThatThrownBy(() -> run(file, VoteJob.Format.JSONL, out))
                .isInstanceOf(BadPairException.class)
                .hasMessage(file + " line 301: the field \"b\" is missing");
        assertThat(out).doesNotExist();
    }

    @Test
    void aBrokenRuleIsReportedWithFileAndLine(@TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                new VoteJob(spark)
                                        .run(
                                                "my.rules",
                                                "# none\nbroken: good(X) when wrds(X) > 1\n",
                                                folder.toString(),
                                                VoteJob.Format.JSONL,
                                                folder.resolve("out").toString()))
                .isInstanceOf(RulesFile.RulesFileException.class)
                .hasMessageStartingWith("my.rules:2:");
    }
}
