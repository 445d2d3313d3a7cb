package dev.whetstone.services.coverage;

import dev.whetstone.core.cluster.GroupNames;
import dev.whetstone.core.cluster.SphericalKMeans;
import dev.whetstone.core.cluster.TextGroups;
import dev.whetstone.core.cluster.WordVectors;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Groups pairs that no rule votes on by what their prompts are about.
final class Grouping {
    /// A key each.
    private static final int MOST_GROUPS = 9;

    /// A sentence encoder reads about 100 prompts a second.
    private static final int MOST_ENCODED = 1_000;

    private static final int NAME_WORDS = 3;
    private static final int EXAMPLES = 3;
    private static final int LEAD = 160;
    private static final int STEP = 100;

    private final Ballot ballot;
    private final TextEncoder encoder;
    private final Runnable betweenSteps;

    Grouping(Ballot ballot, TextEncoder encoder, Runnable betweenSteps) {
        this.ballot = ballot;
        this.encoder = encoder;
        this.betweenSteps = betweenSteps;
    }

    Uncovered group(PairSet uncovered) {
        List<Integer> same = new ArrayList<>();
        Map<String, List<Integer>> byPrompt = new HashMap<>();
        uncovered
                .members()
                .forEach(
                        i -> {
                            PairView pair = ballot.pairs().get(i);
                            if (NearlySame.are(pair.a().text(), pair.b().text())) {
                                same.add(i);
                            } else {
                                byPrompt.computeIfAbsent(
                                                pair.prompt().text(), text -> new ArrayList<>())
                                        .add(i);
                            }
                        });
        // the order of pairs says nothing of what they are about
        List<String> prompts = List.copyOf(new TreeSet<>(byPrompt.keySet()));
        List<String> sample = sample(prompts);
        TextGroups found = TextGroups.of(sample, encode(sample), MOST_GROUPS, betweenSteps);
        int[] groupOf = place(prompts, sample, found);
        List<List<String>> names = GroupNames.of(prompts, groupOf, found.groups(), NAME_WORDS);
        List<Uncovered.Group> groups = new ArrayList<>();
        for (int g = 0; g < found.groups(); g++) {
            groups.add(group(g, prompts, groupOf, byPrompt, sample, found, names.get(g)));
        }
        groups.sort(Comparator.comparingInt((Uncovered.Group group) -> -group.pairs().size()));
        return new Uncovered(
                uncovered.count(),
                encoder.id(),
                prompts.size(),
                sample.size(),
                found.silhouette(),
                groups,
                listed(same, List.of(), List.of()));
    }

    private static List<String> sample(List<String> prompts) {
        int kept = Math.min(MOST_ENCODED, prompts.size());
        return IntStream.range(0, kept)
                .mapToObj(i -> prompts.get((int) ((long) i * prompts.size() / kept)))
                .toList();
    }

    /// Vectors by words are of all texts together; those of sentences are made in steps.
    private float[][] encode(List<String> texts) {
        if (encoder instanceof WordVectors words) {
            return words.encode(texts);
        }
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += STEP) {
            betweenSteps.run();
            int to = Math.min(texts.size(), from + STEP);
            rows.addAll(Arrays.asList(encoder.encode(texts.subList(from, to))));
        }
        return rows.toArray(float[][]::new);
    }

    /// Each prompt's group; those outside of the sample go where their words are nearest.
    private static int[] place(List<String> prompts, List<String> sample, TextGroups found) {
        Map<String, Integer> known = new HashMap<>();
        for (int s = 0; s < sample.size(); s++) {
            known.put(sample.get(s), found.groupOf()[s]);
        }
        int[] groupOf = new int[prompts.size()];
        if (sample.size() == prompts.size()) {
            Arrays.setAll(groupOf, i -> known.getOrDefault(prompts.get(i), 0));
            return groupOf;
        }
        float[][] words = new WordVectors().encode(prompts);
        double[][] centres = new double[found.groups()][words[0].length];
        for (int i = 0; i < prompts.size(); i++) {
            Integer group = known.get(prompts.get(i));
            for (int d = 0; group != null && d < words[i].length; d++) {
                centres[group][d] += words[i][d];
            }
        }
        SphericalKMeans nearest = SphericalKMeans.about(centres);
        Arrays.setAll(groupOf, i -> known.getOrDefault(prompts.get(i), nearest.nearest(words[i])));
        return groupOf;
    }

    private Uncovered.Group group(
            int group,
            List<String> prompts,
            int[] groupOf,
            Map<String, List<Integer>> byPrompt,
            List<String> sample,
            TextGroups found,
            List<String> words) {
        List<String> typical = found.nearest().get(group).stream().map(sample::get).toList();
        List<Integer> members = new ArrayList<>();
        typical.forEach(prompt -> members.addAll(byPrompt.getOrDefault(prompt, List.of())));
        TreeSet<String> central = new TreeSet<>(typical);
        for (int i = 0; i < prompts.size(); i++) {
            if (groupOf[i] == group && !central.contains(prompts.get(i))) {
                members.addAll(byPrompt.getOrDefault(prompts.get(i), List.of()));
            }
        }
        List<String> examples =
                typical.stream()
                        .map(prompt -> PromptLead.of(prompt, LEAD))
                        .distinct()
                        .limit(EXAMPLES)
                        .toList();
        return listed(members, words, examples);
    }

    private Uncovered.Group listed(
            List<Integer> members, List<String> words, List<String> examples) {
        List<PairRef> refs =
                members.stream()
                        .sorted(Comparator.comparing(i -> ballot.choices().of(i).isEmpty()))
                        .map(i -> ballot.pairs().get(i).ref())
                        .toList();
        List<Integer> judged =
                members.stream().filter(i -> !ballot.choices().of(i).isEmpty()).toList();
        return new Uncovered.Group(
                words, refs, judged.size(), examples, FirstRule.of(ballot, judged));
    }
}
