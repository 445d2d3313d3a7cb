package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.mine.GoldCheck;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.Column;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads a rule's text and says what it would do on the project.
final class Previewer {
    private static final Pattern CONCEPT = Pattern.compile("@([\\p{L}\\p{N}_]+)");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final double BROAD = .9;
    private static final int FEW = 2;

    private final OpenProject project;
    private final Voting voting;
    private final ConceptBook concepts;

    Previewer(OpenProject project, Voting voting, ConceptBook concepts) {
        this.project = project;
        this.voting = voting;
        this.concepts = concepts;
    }

    /// @throws java.util.concurrent.CancellationException when `cancelled` says so
    Preview preview(UUID ruleId, String text, BooleanSupplier cancelled) {
        long from = System.nanoTime();
        Rule rule;
        try {
            rule = RuleParser.parse(text);
        } catch (RuleSyntaxException e) {
            RuleTexts.Position at = RuleTexts.Position.of(text, e.start());
            return new Preview.Broken(
                    Math.min(e.start(), text.length()),
                    Math.max(1, e.end() - e.start()),
                    at.line(),
                    at.column(),
                    String.valueOf(e.getMessage()),
                    NearNames.of(
                            text.substring(
                                    Math.min(e.start(), text.length()),
                                    Math.min(e.end(), text.length())),
                            replacements(e.expected())));
        }
        Optional<RuleVersion> saved = saved(ruleId);
        SlotValues slots = slots(saved, rule);
        Column after = voting.count(rule, slots, RulePrinter.print(rule), cancelled);
        Optional<Column> before =
                saved.map(
                        old ->
                                voting.count(
                                        RuleTexts.parse(old.text()),
                                        new SlotValues(old.slots()),
                                        old.text(),
                                        cancelled));
        return counted(rule, text, slots, before, after, from);
    }

    private Optional<RuleVersion> saved(UUID ruleId) {
        return project.with(file -> file.rules().current(ruleId));
    }

    private static SlotValues slots(Optional<RuleVersion> saved, Rule rule) {
        return saved.map(old -> SlotKeeping.kept(rule, old.slots())).orElse(SlotValues.NONE);
    }

    /// Votes on the pairs in sight; nothing where the text is not a rule.
    Map<PairRef, Integer> glance(UUID ruleId, String text, List<PairRef> wanted) {
        Rule rule;
        try {
            rule = RuleParser.parse(text);
        } catch (RuleSyntaxException e) {
            return Map.of();
        }
        Set<PairRef> sought = Set.copyOf(wanted);
        List<PairView> pairs = voting.pairs();
        int[] rows =
                IntStream.range(0, pairs.size())
                        .filter(row -> sought.contains(pairs.get(row).ref()))
                        .toArray();
        byte[] votes = voting.glance(rule, slots(saved(ruleId), rule), rows);
        Map<PairRef, Integer> found = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            found.put(pairs.get(rows[i]).ref(), (int) votes[i]);
        }
        return found;
    }

    /// What a new rule with these slots would do, without the pairs that show it.
    Weighed weigh(String text, SlotValues slots) {
        Rule rule = RuleTexts.parse(text);
        String canonical = RulePrinter.print(rule);
        Column votes = voting.count(rule, slots, canonical);
        List<String> warnings =
                new ArrayList<>(missing(canonical).stream().map(Previewer::unknown).toList());
        warnings.addAll(unknownDetectors(canonical));
        warnings.addAll(warnings(votes));
        return new Weighed(
                canonical,
                RuleTexts.sentence(rule, slots),
                effect(votes, voting.choices()),
                warnings);
    }

    private static List<String> replacements(List<String> expected) {
        List<String> names = new ArrayList<>(expected);
        for (Function function : Function.values()) {
            names.add(function.id());
        }
        return names.stream().distinct().toList();
    }

    /// Word lists that a rule names and the project does not have, each where it stands first.
    private List<Preview.Missing> missing(String text) {
        Set<String> known = concepts.concepts().patterns().keySet();
        String bare =
                LITERAL.matcher(text).replaceAll(quoted -> " ".repeat(quoted.group().length()));
        Set<String> seen = new HashSet<>(known);
        return CONCEPT.matcher(bare)
                .results()
                .filter(found -> seen.add(found.group(1)))
                .map(
                        found ->
                                new Preview.Missing(
                                        found.group(1),
                                        found.start(),
                                        NearNames.of(found.group(1), known)))
                .toList();
    }

    /// Detectors that a rule asks and the project does not have, or has not trained.
    private List<String> unknownDetectors(String canonical) {
        Map<String, Detector> known = voting.detectors().all();
        List<String> warnings = new ArrayList<>();
        for (String name : Terms.detectors(RuleTexts.parse(canonical))) {
            Detector detector = known.get(name);
            if (detector == null) {
                List<String> near = NearNames.of(name, known.keySet());
                warnings.add(
                        "there is no detector #"
                                + name
                                + (near.isEmpty()
                                        ? ""
                                        : "; near to it: #" + String.join(", #", near)));
            } else if (!detector.isTrained()) {
                warnings.add("the detector #" + name + " has not been trained");
            }
        }
        return warnings;
    }

    private static String unknown(Preview.Missing list) {
        return "there is no word list @"
                + list.name()
                + (list.near().isEmpty()
                        ? ""
                        : "; near to it: @" + String.join(", @", list.near()));
    }

    private Preview.Counted counted(
            Rule rule,
            String text,
            SlotValues slots,
            Optional<Column> saved,
            Column after,
            long from) {
        Column before = saved.orElse(new Column(new byte[after.votes().length], 0));
        List<PairRef> newlyRight = new ArrayList<>();
        List<PairRef> newlyWrong = new ArrayList<>();
        List<PairRef> changed = new ArrayList<>();
        int right = 0;
        int wrong = 0;
        int newlyVoting = 0;
        int silenced = 0;
        List<PairView> pairs = voting.pairs();
        Choices choices = voting.choices();
        for (int i = 0; i < after.votes().length; i++) {
            int now = after.votes()[i];
            int then = before.votes()[i];
            int side = choices.side(i);
            right += side * now > 0 ? 1 : 0;
            wrong += side * now < 0 ? 1 : 0;
            PairRef ref = pairs.get(i).ref();
            if (side * now > 0 && side * then <= 0) {
                newlyRight.add(ref);
            }
            if (side * now < 0 && side * then >= 0) {
                newlyWrong.add(ref);
            }
            if (now != then) {
                changed.add(ref);
                newlyVoting += then == 0 ? 1 : 0;
                silenced += now == 0 ? 1 : 0;
            }
        }
        String canonical = RulePrinter.print(rule);
        return new Preview.Counted(
                canonical,
                RuleTexts.sentence(rule, slots),
                effect(before, choices),
                effect(after, choices),
                right,
                wrong,
                newlyRight,
                newlyWrong,
                changed,
                newlyVoting,
                silenced,
                missing(text),
                new Decisions(pairs, choices).of(saved, after),
                all(unknownDetectors(canonical), warnings(after)),
                (System.nanoTime() - from) / 1e6);
    }

    private static List<String> all(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static Effect effect(Column column, Choices choices) {
        int agrees = 0;
        int spoken = 0;
        for (int i = 0; i < column.votes().length; i++) {
            int product = choices.side(i) * column.votes()[i];
            agrees += product > 0 ? 1 : 0;
            spoken += product != 0 ? 1 : 0;
        }
        return new Effect(agrees, spoken, column.fires(), column.votes().length);
    }

    private List<String> warnings(Column column) {
        List<String> warnings = new ArrayList<>();
        int pairs = column.votes().length;
        if (column.waiting() > 0) {
            warnings.add(
                    "waits for a detector on "
                            + column.waiting()
                            + " of "
                            + pairs
                            + " pairs, where it does not vote");
        }
        if (column.errors() > column.waiting()) {
            warnings.add(
                    "could not tell on "
                            + (column.errors() - column.waiting())
                            + " of "
                            + pairs
                            + " pairs");
        }
        if (pairs > 0 && column.fires() > BROAD * pairs) {
            warnings.add("broad: votes on " + column.fires() + " of " + pairs + " pairs");
        }
        Effect effect = effect(column, voting.choices());
        int wrong = effect.choices() - effect.agrees();
        if (new GoldCheck(effect.agrees(), wrong).goesTheOtherWay()) {
            warnings.add(
                    "usually goes the other way: against "
                            + wrong
                            + " of the "
                            + effect.choices()
                            + " choices it speaks of");
        }
        if (column.fires() < FEW) {
            warnings.add("narrow: votes on " + column.fires() + " of " + pairs + " pairs");
        }
        return warnings;
    }
}
