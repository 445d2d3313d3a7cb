package dev.whetstone.cli.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.doctor.Examination;
import dev.whetstone.services.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Check this machine and this installation.")
final class Doctor extends Verb {
    Doctor(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Examination examination = new Examination(shell.places(), shell.workbench());
        List<Finding> findings =
                shell.follow(shell.workbench().jobs().start("Checking", examination::run));
        ObjectNode json = Json.object();
        boolean healthy = findings.stream().allMatch(Finding::good);
        json.put("healthy", healthy);
        ArrayNode checks = json.putArray("checks");
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            checks.addObject()
                    .put("check", finding.check())
                    .put("good", finding.good())
                    .put("text", finding.text());
            lines.add(
                    (finding.good() ? "ok     " : "wrong  ")
                            + finding.check()
                            + "  "
                            + finding.text());
        }
        lines.add("log    " + shell.places().log());
        return new Answer(json, lines, healthy);
    }
}
