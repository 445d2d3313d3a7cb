package dev.whetstone.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.project.CheckReport;
import dev.whetstone.services.project.ProjectInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `new`, `info`, `check`, `backup`.
public final class ProjectVerbs {
    private ProjectVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new New(shell));
        root.addSubcommand(new Info(shell));
        root.addSubcommand(new Check(shell));
        root.addSubcommand(new Backup(shell));
    }

    private static Answer describe(ProjectInfo info) {
        ObjectNode json =
                Json.object()
                        .put("project", info.file().toString())
                        .put("name", info.name())
                        .put("id", info.id().toString())
                        .put("created", info.created().toString())
                        .put("format", info.schemaVersion())
                        .put("prompts", info.prompts())
                        .put("responses", info.responses())
                        .put("comparisons", info.comparisons())
                        .put("pairs", info.pairs())
                        .put("judgements", info.judgements())
                        .put("judged", info.judged())
                        .put("rules", info.rules())
                        .put("active_rules", info.activeRules())
                        .put("reward_models", info.models())
                        .put("iterations", info.iterations());
        info.annotators().forEach(json.putArray("annotators")::add);
        return Answer.of(
                json,
                info.name() + " (" + info.file() + ")",
                "prompts        " + info.prompts(),
                "responses      " + info.responses(),
                "comparisons    " + info.comparisons() + ", " + info.judged() + " judged",
                "judgements     " + info.judgements() + " by " + people(info.annotators()),
                "rules          " + info.rules() + ", " + info.activeRules() + " active",
                "reward models  " + info.models(),
                "iterations     " + info.iterations());
    }

    private static String people(List<String> names) {
        return names.isEmpty() ? "nobody" : String.join(", ", names);
    }

    @Command(name = "new", description = "Make an empty project.")
    private static final class New extends Verb {
        @Parameters(paramLabel = "PROJECT")
        private Path project = Path.of("");

        New(Shell shell) {
            super(shell);
        }

        @Override
        protected Answer answer() {
            try (ProjectServices made = shell.workbench().create(project)) {
                return describe(made.project().info());
            }
        }
    }

    @Command(name = "info", description = "Say what a project holds.")
    private static final class Info extends Verb {
        @Parameters(paramLabel = "PROJECT")
        private Path project = Path.of("");

        Info(Shell shell) {
            super(shell);
        }

        @Override
        protected Answer answer() {
            try (ProjectServices open = shell.workbench().open(project)) {
                return describe(open.project().info());
            }
        }
    }

    @Command(name = "check", description = "Look for damage.")
    private static final class Check extends Verb {
        @Parameters(paramLabel = "PROJECT")
        private Path project = Path.of("");

        @Option(names = "--repair", description = "Mend what can be mended, after a backup.")
        private boolean repair;

        Check(Shell shell) {
            super(shell);
        }

        @Override
        protected Answer answer() {
            CheckReport report =
                    shell.workbench()
                            .check(
                                    project,
                                    repair ? Workbench.Repair.REPAIR : Workbench.Repair.REPORT);
            ObjectNode json = Json.object().put("sound", report.isSound());
            report.findings().forEach(json.putArray("findings")::add);
            report.repaired().forEach(json.putArray("repaired")::add);
            List<String> lines = new ArrayList<>(report.repaired());
            lines.addAll(report.findings());
            lines.add(report.isSound() ? "The project is sound." : "The project is damaged.");
            return new Answer(json, lines, report.isSound());
        }
    }

    @Command(name = "backup", description = "Write a verified copy of a project file.")
    private static final class Backup extends Verb {
        @Parameters(index = "0", paramLabel = "PROJECT")
        private Path project = Path.of("");

        @Parameters(index = "1", paramLabel = "FILE")
        private Path target = Path.of("");

        Backup(Shell shell) {
            super(shell);
        }

        @Override
        protected Answer answer() {
            try (ProjectServices open = shell.workbench().open(project)) {
                open.project().backup(target);
            }
            return Answer.of(
                    Json.object().put("backup", target.toString()), "Written to " + target);
        }
    }
}
