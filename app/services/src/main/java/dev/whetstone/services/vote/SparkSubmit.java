package dev.whetstone.services.vote;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.place.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Votes in Apache Spark, which runs as a program of its own: `spark-submit` of an installation of
/// Spark gets the jars of the module `app/spark`, which stand in the folder `spark` of this
/// installation (docs/spark.md). Nothing of Spark is on this program's class path.
///
/// @param spark folder of a Spark installation, with `bin/spark-submit`
/// @param jars the module's jar and what it needs besides Spark
/// @param java home of the JDK that Spark is to run on
public record SparkSubmit(Path spark, List<Path> jars, Path java) {
    private static final String MAIN = "dev.whetstone.spark.SparkVotes";
    private static final String MODULE = "whetstone-spark-";
    private static final String FAULT = "Exception in thread \"main\" ";

    public SparkSubmit {
        jars = List.copyOf(jars);
    }

    /// @param spark empty when nobody named one
    /// @throws ServiceException `vote.spark` when Spark or the module's jars are not there
    public static SparkSubmit find(List<Path> spark) {
        if (spark.isEmpty()) {
            throw missing(
                    "No Spark is named.",
                    "Set SPARK_HOME, or give --spark-home; see docs/spark.md.");
        }
        if (!Files.isRegularFile(program(spark.getFirst()))) {
            throw missing(
                    program(spark.getFirst()) + " does not exist.",
                    "Name the folder of a Spark installation.");
        }
        Path folder = Installation.current().home().resolve("spark");
        List<Path> jars = jars(folder);
        if (jars.stream().noneMatch(SparkSubmit::isModule)) {
            throw missing(
                    folder + " holds no " + MODULE + "*.jar.",
                    "Copy the jars of app/spark there, as docs/spark.md says.");
        }
        return new SparkSubmit(spark.getFirst(), jars, Path.of(System.getProperty("java.home")));
    }

    private static ServiceException missing(String message, String advice) {
        return new ServiceException("vote.spark", message, advice);
    }

    private static Path program(Path spark) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return spark.resolve("bin").resolve(windows ? "spark-submit.cmd" : "spark-submit");
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new ServiceException("vote.spark", "Cannot read " + folder + ".", "", e);
        }
    }

    private static boolean isModule(Path jar) {
        return jar.getFileName().toString().startsWith(MODULE);
    }

    /// Waits until the votes are written.
    ///
    /// @param master e.g. `local[*]`
    /// @param pairs JSON lines, or Parquet when the name ends so
    /// @param out a folder of Parquet files that does not exist yet
    /// @throws ServiceException `vote.spark` with what the job said, when it failed
    public void vote(String master, Path pairs, Path rules, Path out) {
        try {
            Path log = Files.createTempFile("whetstone-spark", ".log");
            try {
                run(command(master, pairs, rules, out), log);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new ServiceException("vote.spark", "Spark did not start.", "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("vote.spark", "The votes were cancelled.", "", e);
        }
    }

    List<String> command(String master, Path pairs, Path rules, Path out) {
        Path module = jars.stream().filter(SparkSubmit::isModule).findFirst().orElseThrow();
        String others =
                jars.stream()
                        .filter(jar -> !jar.equals(module))
                        .map(Path::toString)
                        .collect(Collectors.joining(","));
        List<String> command = new ArrayList<>();
        command.add(program(spark).toString());
        command.addAll(List.of("--master", master, "--class", MAIN));
        if (!others.isEmpty()) {
            command.addAll(List.of("--jars", others));
        }
        command.add(module.toString());
        command.addAll(
                List.of(
                        "--rules",
                        rules.toAbsolutePath().toString(),
                        "--pairs",
                        pairs.toAbsolutePath().toString(),
                        "--out",
                        out.toAbsolutePath().toString(),
                        "--format",
                        pairs.toString().endsWith(".parquet") ? "parquet" : "jsonl"));
        return command;
    }

    private void run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("SPARK_HOME", spark.toString());
        Process job = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            int status = job.waitFor();
            if (status != 0) {
                throw new ServiceException(
                        "vote.spark", said(log, status), "No votes were written.");
            }
        } finally {
            job.destroy();
        }
    }

    /// The fault that ended the job, without the name of its class; else the last line.
    private static String said(Path log, int status) throws IOException {
        List<String> lines = Files.readAllLines(log);
        for (String line : lines) {
            if (line.startsWith(FAULT)) {
                String fault = line.substring(FAULT.length());
                int colon = fault.indexOf(": ");
                return colon < 0 ? fault : fault.substring(colon + 2);
            }
        }
        return lines.isEmpty() ? "Spark ended with status " + status + "." : lines.getLast();
    }
}
