package dev.whetstone.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.whetstone.core.lf.syntax.RulesFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;

/// Votes of a rules file on pairs in JSON lines or Parquet, written as a Parquet folder: `id` and a
/// column a rule with 1 (A), -1 (B) or 0. The votes are the core's own.
public final class VoteJob {
    /// How the pairs are stored.
    public enum Format {
        JSONL,
        PARQUET
    }

    private final SparkSession spark;

    public VoteJob(SparkSession spark) {
        this.spark = spark;
    }

    /// @param rulesName the name that messages give to the rules file
    /// @param rules its text
    /// @param pairs files or folders, as Spark takes them
    /// @param out a folder that does not exist
    /// @return how many pairs were voted on
    /// @throws BadPairException at a row that is no pair, with file and line; nothing is left in
    ///     `out` then
    /// @throws RulesFile.RulesFileException at the first fault of the rules, with line and column
    public long run(String rulesName, String rules, String pairs, Format format, String out)
            throws BadPairException, RulesFile.RulesFileException, IOException {
        StructType schema = new StructType().add("id", DataTypes.StringType);
        for (RulesFile.NamedRule rule : RulesFile.parse(rulesName, rules).rules()) {
            schema = schema.add(rule.name(), DataTypes.ByteType);
        }
        CollectionAccumulator<Fault> faults = spark.sparkContext().collectionAccumulator("faults");
        rows(pairs, format)
                .mapPartitions(new PartitionVotes(rules, faults), Encoders.row(schema))
                .write()
                .mode(SaveMode.ErrorIfExists)
                .parquet(out);
        if (!faults.value().isEmpty()) {
            fileSystem(new Path(out)).delete(new Path(out), true);
            throw worst(faults);
        }
        return spark.read().parquet(out).count();
    }

    /// Each row's JSON, file, and number where the format has none but rows.
    private Dataset<Row> rows(String pairs, Format format) {
        return switch (format) {
            case JSONL ->
                    spark.read()
                            .text(pairs)
                            .select(col("value"), col("_metadata.file_path"), lit(-1L))
                            .filter("trim(value) != ''");
            case PARQUET ->
                    spark.read()
                            .parquet(pairs)
                            .select(
                                    to_json(struct(col("*"))).as("value"),
                                    col("_metadata.file_path"),
                                    col("_metadata.row_index"));
        };
    }

    private FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    }

    private BadPairException worst(CollectionAccumulator<Fault> faults) throws IOException {
        Fault fault =
                faults.value().stream()
                        .min(Comparator.comparing(Fault::file).thenComparing(Fault::row))
                        .orElseThrow();
        Path path = new Path(URI.create(fault.file()));
        String name = path.toUri().getPath();
        String place =
                fault.row() >= 0
                        ? " row " + (fault.row() + 1)
                        : " line " + line(path, fault.text());
        return new BadPairException(name + place + ": " + fault.what());
    }

    /// The number of the first line that holds a text: workers see parts of files and cannot count.
    private long line(Path path, String text) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                fileSystem(path).open(path), StandardCharsets.UTF_8))) {
            long number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(text)) {
                    return number;
                }
                number++;
            }
        }
        throw new IOException(path + " changed while it was read");
    }
}
