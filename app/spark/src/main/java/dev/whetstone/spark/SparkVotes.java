package dev.whetstone.spark;

import dev.whetstone.core.lf.syntax.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/// What `spark-submit` runs (docs/spark.md): `--rules FILE --pairs PATH --out FOLDER [--format
/// jsonl|parquet]`.
public final class SparkVotes {
    private static final String USAGE =
            "usage: --rules FILE --pairs PATH --out FOLDER [--format jsonl|parquet]";

    private SparkVotes() {}

    /// @throws IllegalArgumentException for other arguments
    public static void main(String[] args)
            throws BadPairException, RulesFile.RulesFileException, IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0
                || !given.keySet().containsAll(List.of("--rules", "--pairs", "--out"))
                || !List.of("--rules", "--pairs", "--out", "--format")
                        .containsAll(given.keySet())) {
            throw new IllegalArgumentException(USAGE);
        }
        Path rules = Path.of(given.getOrDefault("--rules", ""));
        VoteJob.Format format =
                VoteJob.Format.valueOf(
                        given.getOrDefault("--format", "jsonl").toUpperCase(Locale.ROOT));
        try (SparkSession spark = SparkSession.builder().appName("whetstone").getOrCreate()) {
            new VoteJob(spark)
                    .run(
                            rules.toString(),
                            Files.readString(rules),
                            given.getOrDefault("--pairs", ""),
                            format,
                            given.getOrDefault("--out", ""));
        }
    }
}
