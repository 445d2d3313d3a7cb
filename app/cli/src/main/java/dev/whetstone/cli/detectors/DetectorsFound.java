package dev.whetstone.cli.detectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Found;
import dev.whetstone.services.detectors.ReadReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "found",
        description = "What a detector says of the replies that it has read, and where it doubts.")
final class DetectorsFound extends NamedDetectorVerb {
    private static final int WIDTH = 90;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            defaultValue = ".5",
            paramLabel = "SCORE",
            description = "Score from which on a reply is kept; default ${DEFAULT-VALUE}.")
    private double from;

    @Option(
            names = "--each",
            defaultValue = "5",
            paramLabel = "N",
            description =
                    "Replies to list of the highest, the lowest and those around SCORE; default"
                            + " ${DEFAULT-VALUE}.")
    private int each;

    DetectorsFound(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        if (!(from >= 0 && from <= 1) || each < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--from is 0 to 1, --each is 0 or more");
        }
        Found found = detectors.replies().found(name(), from, each);
        ObjectNode json =
                Json.object()
                        .put("replies", found.replies())
                        .put("read", found.read())
                        .put("kept", found.kept());
        found.bins().forEach(json.putArray("bins")::add);
        put(json.putArray("highest"), found.highest());
        put(json.putArray("doubtful"), found.nearest());
        put(json.putArray("lowest"), found.lowest());
        List<String> lines = new ArrayList<>();
        lines.add(
                "has read %d of %d replies; %d have %s or more"
                        .formatted(
                                found.read(), found.replies(), found.kept(), Table.decimal(from)));
        lines.addAll(lines("highest", found.highest()));
        lines.addAll(lines("around " + Table.decimal(from), found.nearest()));
        lines.addAll(lines("lowest", found.lowest()));
        return Answer.of(json, lines);
    }

    private static void put(ArrayNode rows, List<ReadReply> replies) {
        for (ReadReply reply : replies) {
            ObjectNode row =
                    rows.addObject()
                            .put("prompt", reply.reply().prompt())
                            .put("text", reply.reply().text())
                            .put("score", reply.score());
            switch (reply.marked()) {
                case YES -> row.put("label", true);
                case NO -> row.put("label", false);
                case OPEN -> row.putNull("label");
            }
        }
    }

    private static List<String> lines(String title, List<ReadReply> replies) {
        List<String> lines = new ArrayList<>();
        if (!replies.isEmpty()) {
            lines.add(title + ":");
        }
        for (ReadReply reply : replies) {
            String text = reply.reply().text().strip().replaceAll("\\s+", " ");
            lines.add(
                    "  %s  %-4s %s"
                            .formatted(
                                    Table.decimal(reply.score()),
                                    reply.marked() == ReadReply.Marked.OPEN
                                            ? ""
                                            : reply.marked().name().toLowerCase(Locale.ROOT),
                                    text.length() <= WIDTH
                                            ? text
                                            : text.substring(0, WIDTH) + "..."));
        }
        return lines;
    }
}
