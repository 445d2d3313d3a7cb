package dev.whetstone.cli.align;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.ControlReport;
import dev.whetstone.services.align.IterationReport;
import dev.whetstone.services.align.RuleReport;
import dev.whetstone.services.align.RunCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run's report as JSON and for people.
public final class ReportAnswer {
    private ReportAnswer() {}

    public static Answer of(AlignReport report) {
        ObjectNode json = Json.object().put("run", report.run());
        ObjectNode start = json.putObject("start");
        Json.number(start, "mean_reward", report.start().meanReward());
        Json.number(start, "mean_chars", report.start().meanChars());
        Json.number(start, "eos_rate", report.start().eosRate());
        Json.estimate(start, "rule_satisfaction", report.start().ruleSatisfaction());
        ArrayNode iterations = json.putArray("iterations");
        report.iterations().forEach(iteration -> iterations.add(json(iteration)));
        ArrayNode controls = json.putArray("controls");
        report.controls().forEach(control -> controls.add(json(control)));
        ArrayNode rules = json.putArray("rules");
        for (RuleReport rule : report.rules()) {
            ObjectNode row =
                    rules.addObject().put("rule", rule.text()).put("sentence", rule.sentence());
            Json.number(row, "weight", rule.weight());
            row.put("applies", rule.applies());
            Json.number(row, "before", rule.before());
            Json.number(row, "after", rule.after());
        }
        json.put("kept", report.kept());
        report.words().forEach(json.putArray("words")::add);
        return Answer.of(json, lines(report));
    }

    static ObjectNode json(IterationReport of) {
        ObjectNode json =
                Json.object()
                        .put("iteration", of.iteration())
                        .put("prompts", of.prompts())
                        .put("pairs", of.pairs());
        ObjectNode dropped = json.putObject("pairs_dropped");
        of.dropped().forEach(dropped::put);
        Json.number(json, "loss", of.loss());
        Json.number(json, "rewards/accuracies", of.rewardsAccuracies());
        Json.number(json, "rewards/margins", of.rewardsMargins());
        Json.number(json, "kl_to_base", of.klToBase());
        Json.number(json, "mean_reward", of.meanReward());
        Json.number(json, "mean_chars", of.meanChars());
        Json.number(json, "eos_rate", of.eosRate());
        Json.estimate(json, "win_rate", of.winRate());
        Json.estimate(json, "win_rate_length_controlled", of.winRateLengthControlled());
        Json.estimate(json, "win_rate_by_rules", of.ruleWinRate());
        Json.number(json, "rule_satisfaction", of.ruleSatisfaction().value());
        Json.estimate(json, "rule_satisfaction_interval", of.ruleSatisfaction());
        json.put("seconds", of.seconds());
        ArrayNode tests = json.putArray("self_tests");
        for (RunCheck check : of.selfTests()) {
            ObjectNode test =
                    tests.addObject().put("name", check.name()).put("words", check.words());
            Json.number(test, "difference", check.difference());
            Json.number(test, "limit", check.limit());
            test.put("passed", check.passed());
        }
        return json;
    }

    private static ObjectNode json(ControlReport of) {
        ObjectNode json = Json.object().put("name", of.name());
        Json.number(json, "mean_reward", of.meanReward());
        Json.number(json, "mean_chars", of.meanChars());
        Json.estimate(json, "win_rate", of.winRate());
        Json.estimate(json, "win_rate_by_rules", of.ruleWinRate());
        Json.estimate(json, "rule_satisfaction", of.ruleSatisfaction());
        return json;
    }

    private static List<String> lines(AlignReport report) {
        Table table =
                new Table(
                        "Policy",
                        "Pairs",
                        "Win rate",
                        "At equal length",
                        "By rules",
                        "Rules kept",
                        "Reward",
                        "Chars",
                        "Ends",
                        "KL");
        AlignReport.Start start = report.start();
        table.row(
                "start",
                "-",
                "-",
                "-",
                "-",
                Table.percent(start.ruleSatisfaction().value()),
                Table.decimal(start.meanReward()),
                whole(start.meanChars()),
                Table.percent(start.eosRate()),
                "-");
        for (IterationReport of : report.iterations()) {
            table.row(
                    "iteration " + of.iteration(),
                    String.valueOf(of.pairs()),
                    Table.percent(of.winRate().value()),
                    Table.percent(of.winRateLengthControlled().value()),
                    Table.percent(of.ruleWinRate().value()),
                    Table.percent(of.ruleSatisfaction().value()),
                    Table.decimal(of.meanReward()),
                    whole(of.meanChars()),
                    Table.percent(of.eosRate()),
                    Table.decimal(of.klToBase()));
        }
        for (ControlReport of : report.controls()) {
            table.row(
                    of.name(),
                    "-",
                    Table.percent(of.winRate().value()),
                    "-",
                    Table.percent(of.ruleWinRate().value()),
                    Table.percent(of.ruleSatisfaction().value()),
                    Table.decimal(of.meanReward()),
                    whole(of.meanChars()),
                    "-",
                    "-");
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        Table rules = new Table("Rule", "Weight", "Before", "After");
        for (RuleReport rule : report.rules()) {
            if (!Double.isNaN(rule.after())) {
                rules.row(
                        rule.sentence(),
                        Table.decimal(rule.weight()),
                        Table.percent(rule.before()),
                        Table.percent(rule.after()));
            }
        }
        lines.addAll(rules.lines());
        lines.add("");
        lines.addAll(report.words());
        report.iterations().forEach(iteration -> lines.addAll(checks(iteration)));
        return lines;
    }

    /// What a training checked of itself, in words.
    private static List<String> checks(IterationReport of) {
        if (of.selfTests().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Self-tests of iteration " + of.iteration() + ": " + passed(of) + " passed");
        for (RunCheck check : of.selfTests()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %s  %s (difference %.2g, at most %.2g)",
                            check.passed() ? "passed" : "failed",
                            check.words(),
                            check.difference(),
                            check.limit()));
        }
        return lines;
    }

    /// E.g. `9 of 9`; a dash for runs of earlier versions.
    static String passed(IterationReport of) {
        long passed = of.selfTests().stream().filter(RunCheck::passed).count();
        return of.selfTests().isEmpty() ? "-" : passed + " of " + of.selfTests().size();
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
