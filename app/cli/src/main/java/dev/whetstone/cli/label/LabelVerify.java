package dev.whetstone.cli.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.label.verify.LabelVerification;
import dev.whetstone.core.label.verify.VerificationReport;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Check label models and measures on recorded results.")
final class LabelVerify extends Verb {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    LabelVerify(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        VerificationReport report = verify();
        if (report.cases() == 0) {
            throw new ServiceException(
                    "label.recorded",
                    folder + " holds no recorded results: " + String.join("; ", report.skipped()),
                    "Name a folder with label-matrices.json and the files beside it.");
        }
        ObjectNode json = Json.object().put("passed", report.passed()).put("cases", report.cases());
        ArrayNode failed = json.putArray("failed");
        List<String> lines = new ArrayList<>();
        lines.add(report.passed() + " of " + report.cases() + " cases pass");
        for (VerificationReport.Failure failure : report.failed()) {
            ObjectNode one = failed.addObject().put("case", failure.name());
            Json.number(one, "difference", failure.difference());
            one.put("tolerance", failure.tolerance()).put("message", failure.message());
            lines.add(
                    failure.name()
                            + "  difference "
                            + failure.difference()
                            + "  tolerance "
                            + failure.tolerance()
                            + "  "
                            + failure.message());
        }
        ArrayNode skipped = json.putArray("skipped");
        report.skipped()
                .forEach(
                        what -> {
                            skipped.add(what);
                            lines.add("not checked: " + what);
                        });
        return new Answer(json, lines, report.failed().isEmpty());
    }

    private VerificationReport verify() {
        try {
            return new LabelVerification().verify(folder);
        } catch (IOException e) {
            throw new ServiceException("label.recorded", String.valueOf(e.getMessage()), "", e);
        }
    }
}
