package dev.whetstone.packaging.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.resources.sample.SampleProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder with a small project of the bundled sample, and the alignment run in it.
record SmallRun(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int JUDGEMENTS = 24;
    private static final int PROMPTS = 34;

    /// Two iterations of twelve prompts, two samples each, twenty steps or more.
    static final String[] ARGUMENTS = {
        "align",
        "run",
        "small.whetstone",
        "--prompts",
        "prompts.jsonl",
        "--iterations",
        "2",
        "--prompts-per-iteration",
        "12",
        "--evaluation-prompts",
        "8",
        "--samples",
        "2",
        "--epochs",
        "24",
        "--length-ratio",
        "9"
    };

    static final String[] RESUME = {"align", "resume", "small.whetstone"};

    /// Makes a project with judgements, a rule and a reward model.
    static SmallRun make(Program program, Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("judgements.jsonl"), first(SampleProject.judgements(), JUDGEMENTS));
        Files.write(folder.resolve("prompts.jsonl"), first(SampleProject.pool(), PROMPTS));
        program.run(folder, "new", "small.whetstone");
        program.run(folder, "import", "small.whetstone", "judgements.jsonl", "--as", "judgements");
        program.run(
                folder,
                "rules",
                "add",
                "small.whetstone",
                "prefer lower words(X)",
                "--name",
                "shorter");
        program.run(folder, "reward", "train", "small.whetstone");
        return new SmallRun(folder);
    }

    private static List<String> first(InputStream sample, int lines) throws IOException {
        try (sample) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(lines)
                    .toList();
        }
    }

    SmallRun copyTo(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Path to = target.resolve(folder.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
        return new SmallRun(target);
    }

    Path artefacts() {
        return folder.resolve("small.whetstone.d/artefacts");
    }

    Path file(String name) {
        return artefacts().resolve("align/run-1").resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /// Whole lines of a file that is being written; 0 where there is none.
    long lines(String name) {
        try (Stream<String> lines = Files.lines(file(name))) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }

    /// Every file that the run left, its content without times.
    Map<String, String> content() throws IOException {
        return content(artefacts());
    }

    /// A file, or every file of a folder.
    static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(each).toString();
                content.put(name, content(name, each));
            }
        }
        return content;
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static String content(String name, Path file) throws IOException {
        if (name.endsWith("seconds.json")) {
            return "";
        }
        if (name.endsWith("run.json")
                || name.endsWith("report.json")
                || name.endsWith("result.json")
                || name.endsWith("state.json")) {
            return timeless(JSON.readTree(file.toFile())).toPrettyString();
        }
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }

    /// Without what differs between any two runs.
    static JsonNode timeless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("seconds", "started", "folder"));
            if (object.has("rewardVersion")) {
                object.remove("id");
            }
            object.forEach(SmallRun::timeless);
        } else {
            node.forEach(SmallRun::timeless);
        }
        return node;
    }

    static JsonNode status(String json) throws IOException {
        return timeless(JSON.readTree(json));
    }
}
