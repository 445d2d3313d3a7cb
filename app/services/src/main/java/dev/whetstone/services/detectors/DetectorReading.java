package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detect.TextReader;
import dev.whetstone.services.detect.WantedTexts;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lets detectors read the texts that rules ask about, and knows which rules wait for it.
final class DetectorReading {
    /// Texts that are read between two writes.
    private static final int BATCH = 256;

    /// Rounds of reading; one condition can hide behind another.
    private static final int ROUNDS = 8;

    private final OpenProject project;
    private final Voting voting;
    private final DetectorBook book;
    private final TextReader reader;

    DetectorReading(OpenProject project, Voting voting, DetectorBook book, TextReader reader) {
        this.project = project;
        this.voting = voting;
        this.book = book;
        this.reader = reader;
    }

    /// @param names of detectors; empty for all that rules ask
    ReadReport run(Set<String> names, Progress progress) {
        long from = System.nanoTime();
        int read = 0;
        progress.stage("Looking for texts that rules ask about");
        for (int round = 0; round < ROUNDS; round++) {
            WantedTexts wanted = voting.wanted(voting.ballot().rules());
            int before = read;
            for (String name : wanted.detectors()) {
                if (names.isEmpty() || names.contains(name)) {
                    read += read(ProjectDetectors.find(book, name), wanted.of(name), progress);
                }
            }
            if (read == before) {
                break;
            }
        }
        project.with(
                file -> {
                    file.detectorScores()
                            .keepOnly(
                                    book.all().values().stream()
                                            .map(Detector::fingerprint)
                                            .toList());
                    return true;
                });
        project.changed(Change.RULES);
        long waiting = waiting().stream().mapToLong(Waiting::pairs).sum();
        return new ReadReport(read, (System.nanoTime() - from) / 1e9, waiting);
    }

    /// Reads these texts, which are replies of the project.
    ReadReport readReplies(Detector detector, List<String> texts, Progress progress) {
        long from = System.nanoTime();
        try {
            int read = read(detector, texts, progress);
            return new ReadReport(read, (System.nanoTime() - from) / 1e9, 0);
        } finally {
            // what was read before somebody stopped it counts
            project.changed(Change.RULES);
        }
    }

    /// Each batch is on the disk before the next is read.
    private int read(Detector detector, List<String> texts, Progress progress) {
        progress.stage("#" + detector.name() + " reads texts");
        for (int at = 0; at < texts.size(); at += BATCH) {
            progress.safePoint();
            progress.units(at, texts.size());
            List<String> batch = texts.subList(at, Math.min(texts.size(), at + BATCH));
            double[] scores =
                    reader.read(detector.model(), batch, new PartOf(progress, at, texts.size()));
            Map<TextKey, Double> said = new LinkedHashMap<>();
            for (int i = 0; i < scores.length; i++) {
                said.put(TextKey.of(batch.get(i)), scores[i]);
            }
            book.put(detector, said);
        }
        return texts.size();
    }

    /// What rules wait for.
    List<Waiting> waiting() {
        Ballot ballot = voting.ballot();
        List<Waiting> waiting = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            long pairs = ballot.columns().get(j).waiting();
            if (pairs > 0) {
                List<String> asked = List.copyOf(asked(ballot.rules().get(j)));
                waiting.add(
                        new Waiting(
                                ballot.rules().get(j).name(),
                                asked,
                                pairs,
                                asked.stream().filter(name -> !isTrained(name)).toList()));
            }
        }
        return waiting;
    }

    private boolean isTrained(String name) {
        Detector detector = book.all().get(name);
        return detector != null && detector.isTrained();
    }

    static Set<String> asked(RuleVersion rule) {
        return Terms.detectors(RuleTexts.parse(rule.text()));
    }
}
