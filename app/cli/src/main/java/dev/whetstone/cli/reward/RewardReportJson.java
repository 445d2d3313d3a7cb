package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.reward.RewardReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A reward report as JSON and for people.
final class RewardReportJson {
    private RewardReportJson() {}

    static void put(ObjectNode json, RewardReport report) {
        json.put("pairs", report.pairs());
        Json.estimate(json, "accuracy", report.accuracy());
        Json.estimate(json, "longest_wins", report.longestWins());
        Json.estimate(json, "majority", report.majority());
        Json.number(json, "log_loss", report.logLoss());
        Json.number(json, "brier", report.brier());
        Json.number(json, "ece", report.ece());
        Json.number(json, "ece_before_temperature", report.eceBeforeTemperature());
        Json.number(json, "length_correlation", report.lengthCorrelation());
    }

    static List<String> lines(RewardReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("measured on " + report.pairs() + " pairs of prompts not trained on");
        lines.add("accuracy      " + share(report.accuracy()));
        lines.add("longest wins  " + share(report.longestWins()));
        lines.add("majority      " + share(report.majority()));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "log loss      %s (a coin has 0.693)",
                        Table.decimal(report.logLoss())));
        lines.add("Brier         " + Table.decimal(report.brier()));
        lines.add(
                "ECE           "
                        + Table.decimal(report.ece())
                        + ", before temperature "
                        + Table.decimal(report.eceBeforeTemperature()));
        lines.add("r with length " + Table.decimal(report.lengthCorrelation()));
        return lines;
    }

    private static String share(Estimate estimate) {
        return Table.percent(estimate.value())
                + " ("
                + Table.percent(estimate.low())
                + " to "
                + Table.percent(estimate.high())
                + ")";
    }
}
