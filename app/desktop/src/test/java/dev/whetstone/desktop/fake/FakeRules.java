package dev.whetstone.desktop.fake;

import dev.whetstone.core.lf.fit.SlotPosition;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.ConceptNeighbour;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Effect;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.Finding;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.Revision;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.rules.Rules;
import dev.whetstone.services.rules.Suggestions;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Rules in memory; a text is a rule when it begins with bad, good or prefer and names no unknown
/// word list.
public final class FakeRules implements Rules {
    private final List<RuleRow> rows = new ArrayList<>();
    private final List<Suggestions.Suggestion> mined = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<String>> lists = new TreeMap<>();
    private double slot = 20;
    private int glances;
    private int restores;

    public FakeRules() {
        lists.put("next_steps", List.of("please send", "we will call"));
        lists.put("contact", List.of("call us"));
        row(
                "Promises cover",
                "bad(X) when near(X, @promise, @coverage, 8)",
                RuleState.ACTIVE,
                .043,
                27,
                4,
                1.72);
        row(
                "No next steps",
                "bad(X) when mentions(P, \"claim\")\n  and not contains(X, @next_steps)\n  and words(X) > 20",
                RuleState.ACTIVE,
                .386,
                141,
                32,
                1.47);
        row(
                "List asked, none given",
                "bad(X) when asks_for(P, bullets) and list_items(X) = 0",
                RuleState.ACTIVE,
                .212,
                84,
                9,
                2.09);
        row(
                "Wrong claim reference",
                "bad(X) when novel(X, claim_ref, P) > 0",
                RuleState.ACTIVE,
                .297,
                112,
                21,
                1.62);
        row(
                "Asks for credentials",
                "bad(X) when asks_user_for(X, @credentials)",
                RuleState.ACTIVE,
                .034,
                15,
                0,
                2.2);
        row(
                "Shorter when short was asked",
                "prefer lower words(X) by 10% when asks_for(P, short)",
                RuleState.ACTIVE,
                .203,
                58,
                29,
                .69);
        row(
                "Jargon left unexplained",
                "bad(X) when contains(X, @jargon)",
                RuleState.SUGGESTED,
                .147,
                39,
                24,
                Double.NaN);
        row(
                "Says definitely covered",
                "bad(X) when contains(X, \"definitely covered\")",
                RuleState.PAUSED,
                .018,
                9,
                2,
                Double.NaN);
    }

    private void row(
            String name,
            String text,
            RuleState state,
            double coverage,
            int right,
            int wrong,
            double weight) {
        double acc = (double) right / (right + wrong);
        rows.add(
                new RuleRow(
                        new UUID(5, rows.size()),
                        name,
                        text,
                        "Worse if " + name.toLowerCase(java.util.Locale.ROOT),
                        state,
                        "Maria",
                        rows.size() == 1 ? "It gives no next steps." : "",
                        rows.size() == 1 ? FakeDesk.id(0) : RuleRow.NO_COMPARISON,
                        Instant.EPOCH,
                        new Figures(
                                text.startsWith("prefer") ? "prefer" : "worse",
                                coverage,
                                coverage * .8,
                                coverage * .1,
                                right,
                                wrong,
                                acc,
                                Math.max(acc - .08, 0),
                                Math.min(acc + .06, 1),
                                weight,
                                .02,
                                12,
                                .5,
                                0)));
    }

    @Override
    public List<RuleRow> listed() {
        return rows.stream().map(row -> row.withFigures(Figures.NONE)).toList();
    }

    @Override
    public List<RuleRow> list() {
        return List.copyOf(rows);
    }

    @Override
    public Map<PairRef, Integer> glance(UUID ruleId, String text, List<PairRef> pairs) {
        glances++;
        Map<PairRef, Integer> votes = new HashMap<>();
        pairs.forEach(pair -> votes.put(pair, text.startsWith("bad") ? -1 : 0));
        return votes;
    }

    /// Times that a text was held against pairs in sight.
    public int glances() {
        return glances;
    }

    @Override
    public Preview preview(UUID ruleId, String text, BooleanSupplier cancelled) {
        int unknown = text.indexOf("@next_step)");
        if (unknown >= 0) {
            return new Preview.Broken(
                    unknown,
                    10,
                    2,
                    23,
                    "There is no word list @next_step.",
                    List.of("@next_steps"));
        }
        if (!text.matches("(?s)(bad|good|prefer)\\b.*")) {
            return new Preview.Broken(
                    0,
                    Math.max(1, text.length()),
                    1,
                    1,
                    "A rule begins with good, bad or prefer.",
                    List.of());
        }
        return new Preview.Counted(
                text,
                "Worse if the message mentions “claim”, the response gives no next steps and is longer than 20 words.",
                new Effect(138, 173, 2_114, 5_000),
                new Effect(141, 173, 1_930, 5_000),
                141,
                32,
                List.of(new PairRef(FakeDesk.id(0), 0, 1), new PairRef(FakeDesk.id(2), 0, 1)),
                List.of(new PairRef(FakeDesk.id(2), 0, 1)),
                List.of(),
                0,
                184,
                missing(text),
                List.of(
                        decided(2, Decided.Outcome.WRONG),
                        decided(0, Decided.Outcome.RIGHT),
                        decided(1, Decided.Outcome.RIGHT)),
                List.of(),
                38);
    }

    private List<Preview.Missing> missing(String text) {
        int at = text.indexOf("@next_stepz");
        return at < 0
                ? List.of()
                : List.of(new Preview.Missing("next_stepz", at, List.of("next_steps")));
    }

    private static Decided decided(int comparison, Decided.Outcome outcome) {
        return new Decided(
                new PairRef(FakeDesk.id(comparison), 0, 1),
                "A surveyor came on Friday. What happens now?",
                "Please send the receipt first.",
                "We are sorry for the delay with HC-47733.",
                List.of("Maria"),
                outcome,
                true);
    }

    @Override
    public UUID add(String name, String text, String author) {
        row(
                name.isEmpty() ? "Rule " + (rows.size() + 1) : name,
                text,
                RuleState.ACTIVE,
                .1,
                10,
                2,
                1);
        return rows.getLast().id();
    }

    @Override
    public void edit(UUID ruleId, String name, String text, String author) {
        change(ruleId, name, text, RuleState.ACTIVE);
    }

    private void change(UUID id, String name, String text, RuleState state) {
        rows.replaceAll(
                r ->
                        r.id().equals(id)
                                ? new RuleRow(
                                        id,
                                        name.isEmpty() ? r.name() : name,
                                        text.isEmpty() ? r.text() : text,
                                        r.sentence(),
                                        state,
                                        r.author(),
                                        r.origin(),
                                        r.comparisonId(),
                                        r.changed(),
                                        r.figures())
                                : r);
    }

    @Override
    public void activate(UUID ruleId) {
        change(ruleId, "", "", RuleState.ACTIVE);
    }

    @Override
    public void decline(UUID ruleId) {
        rows.removeIf(row -> row.id().equals(ruleId));
    }

    @Override
    public void pause(UUID ruleId) {
        change(ruleId, "", "", RuleState.PAUSED);
    }

    @Override
    public List<Revision> history(UUID ruleId) {
        return List.of(
                new Revision(
                        new UUID(6, 1),
                        Instant.parse("2026-11-02T10:15:00Z"),
                        "Maria",
                        "edited",
                        "No next steps",
                        "bad(X) when not contains(X, @next_steps)",
                        Map.of()),
                new Revision(
                        new UUID(6, 0),
                        Instant.parse("2026-11-01T10:15:00Z"),
                        "Maria",
                        "added",
                        "No next steps",
                        "bad(X) when not contains(X, \"next\")",
                        Map.of()));
    }

    @Override
    public void restore(UUID ruleId, UUID revisionId) {
        restores++;
        String text =
                history(ruleId).stream()
                        .filter(revision -> revision.id().equals(revisionId))
                        .findFirst()
                        .orElseThrow()
                        .text();
        change(ruleId, "", text, RuleState.ACTIVE);
    }

    public int restores() {
        return restores;
    }

    @Override
    public Map<String, List<String>> concepts() {
        return Map.copyOf(lists);
    }

    @Override
    public List<Completion> completions() {
        return List.of(
                new Completion("contains(", "contains(text, pattern): the text has the pattern"),
                new Completion("words(", "words(text): number of words"));
    }

    @Override
    public String print() {
        return "";
    }

    @Override
    public VoteTable votes() {
        throw new UnsupportedOperationException("the fake counts no votes");
    }

    @Override
    public List<UUID> addFile(Path file, String author) {
        throw new UnsupportedOperationException("the fake reads no files");
    }

    /// What the next search finds.
    public void willSuggest(Suggestions.Suggestion suggestion) {
        mined.add(suggestion);
    }

    @Override
    public Suggestions suggest(double share, int most, Watch watch) {
        watch.tested(1, 2);
        for (Suggestions.Suggestion one : mined) {
            row(one.name(), one.rule(), RuleState.SUGGESTED, .1, one.right(), one.wrong(), 0);
        }
        List<Suggestions.Suggestion> found =
                mined.stream()
                        .map(
                                one ->
                                        new Suggestions.Suggestion(
                                                rows.stream()
                                                        .filter(
                                                                row ->
                                                                        row.name()
                                                                                .equals(one.name()))
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .id(),
                                                one.name(),
                                                one.rule(),
                                                one.sentence(),
                                                one.question(),
                                                one.right(),
                                                one.wrong(),
                                                one.p(),
                                                one.q(),
                                                one.explains()))
                        .toList();
        mined.clear();
        return new Suggestions(412, 38, 2, 0, found);
    }

    @Override
    public int unexplained() {
        return 38;
    }

    /// What the filters find from now on.
    public void willFind(Finding finding) {
        findings.add(finding);
    }

    @Override
    public List<Finding> check(UUID ruleId) {
        return List.copyOf(findings);
    }

    @Override
    public List<Finding> check(String text) {
        return List.of();
    }

    /// Only texts with `?m` have a slider.
    @Override
    public List<SlotScale> slots(UUID ruleId) {
        boolean has = rows.stream().anyMatch(r -> r.id().equals(ruleId) && r.text().contains("?m"));
        return has
                ? List.of(
                        new SlotScale(
                                "m",
                                position(slot),
                                position(35),
                                List.of(position(10), position(20), position(35), position(50))))
                : List.of();
    }

    private SlotPosition position(double value) {
        int right = 60 - (int) Math.abs(value - 35);
        return new SlotPosition(value, right, 20, 10, right, (int) (value / 5), -right);
    }

    @Override
    public List<SlotScale> fitSlots(UUID ruleId, String author) {
        slot = 35;
        return slots(ruleId);
    }

    @Override
    public void setSlot(UUID ruleId, String name, double value, String author) {
        slot = value;
    }

    @Override
    public List<String> growConcept(String name, List<String> entries, String author) {
        List<String> all = new ArrayList<>(lists.getOrDefault(name, List.of()));
        all.addAll(entries);
        lists.put(name, List.copyOf(all));
        return all;
    }

    @Override
    public List<String> shrinkConcept(String name, List<String> entries, String author) {
        List<String> all = new ArrayList<>(lists.getOrDefault(name, List.of()));
        all.removeAll(entries);
        lists.put(name, List.copyOf(all));
        return all;
    }

    @Override
    public List<ConceptNeighbour> neighbours(String name, TextEncoder encoder, int most) {
        return List.of();
    }
}
