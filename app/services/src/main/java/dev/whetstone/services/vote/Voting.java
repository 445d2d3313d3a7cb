package dev.whetstone.services.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.label.Gold;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.PairTable;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detect.WantedTexts;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.derived.VoteColumn;
import dev.whetstone.store.derived.Votes;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Counts votes, and again only what changed: a column is kept until its rule, the word lists or
/// the texts change.
public final class Voting {
    private static final long KEPT_MEASURES = 256L << 20;
    private static final long KEPT_VOTES = 64L << 20;

    private final OpenProject project;
    private final ConceptBook concepts;
    private final DetectorBook detectors;
    private final FamilyBook families;
    private final Map<Key, Column> columns = new LinkedHashMap<>(64, .75f, true);
    private @Nullable Content counted;
    private final TextPool pool = new TextPool();
    private final VoteEngine engine = new VoteEngine(ForkJoinPool.commonPool());
    private PairTable features = new PairTable(List.of(), KEPT_MEASURES);
    private @Nullable Choices choices;
    private final KeptVotes kept;
    private Map<ContentHash, Column> before = Map.of();
    /// Whether something was counted that is not kept yet.
    private boolean counting;

    private record Key(String text, SlotValues slots, String concepts) {}

    public Voting(OpenProject project, ConceptBook concepts, DetectorBook detectors) {
        this.project = project;
        this.concepts = concepts;
        this.detectors = detectors;
        this.families = new FamilyBook(project);
        this.kept = new KeptVotes(project.artefacts().resolve("votes.bin"), Build.fingerprint());
        project.onChange(this::changed);
    }

    private synchronized void changed(Change change) {
        if (change == Change.JUDGEMENTS || change == Change.CONTENT) {
            choices = null;
        }
    }

    /// The votes of all active rules. They stay in a file beside the project, so that they are
    /// there when it is opened again.
    public Ballot ballot() {
        List<RuleVersion> active = active();
        count(active, counted -> {});
        Ballot ballot = ballot(active);
        keep(ballot);
        return ballot;
    }

    /// The rules that vote.
    public List<RuleVersion> active() {
        return project.with(file -> file.rules().current()).stream()
                .filter(rule -> rule.state() == RuleState.ACTIVE)
                .toList();
    }

    /// Counts what is not known yet, rule by rule, so that others are served in between.
    ///
    /// @param counted hears how many are known
    public void count(List<RuleVersion> rules, IntConsumer counted) {
        for (int i = 0; i < rules.size(); i++) {
            count(rules.get(i));
            counted.accept(i + 1);
        }
    }

    private synchronized void count(RuleVersion rule) {
        refresh();
        Column unused = column(rule);
    }

    private void keep(Ballot ballot) {
        Map<ContentHash, Column> columnsByKey = new HashMap<>();
        ContentHash pairs;
        synchronized (this) {
            if (!counting) {
                return;
            }
            counting = false;
            pairs = project.content().hash();
            for (int j = 0; j < ballot.rules().size(); j++) {
                columnsByKey.put(hash(key(ballot.rules().get(j))), ballot.columns().get(j));
            }
        }
        kept.write(pairs, ballot.pairs().size(), columnsByKey);
    }

    public synchronized Ballot ballot(List<RuleVersion> rules) {
        refresh();
        List<Column> counts = rules.stream().map(this::column).toList();
        Content content = project.content();
        List<List<Integer>> together = families.among(rules);
        return new Ballot(
                content.pairs(),
                rules,
                counts,
                choices(),
                sources(rules, content),
                together,
                hash(rules, together));
    }

    private ContentHash hash(List<RuleVersion> rules, List<List<Integer>> together) {
        ContentHash.Builder hash = ContentHash.builder().add(project.content().hash());
        ContentHash judged = project.with(file -> file.fingerprints().judgements());
        hash.add(judged);
        hash.add(lists(asked(rules)));
        rules.forEach(rule -> hash.add(rule.ruleId()).add(rule.text()).add(slots(rule)));
        if (!together.isEmpty()) {
            hash.add(together.toString());
        }
        return hash.build();
    }

    /// Of what votes depend on besides rules and texts.
    private String lists(Set<String> asked) {
        return concepts.fingerprint() + detectors.fingerprint(asked);
    }

    private static Set<String> asked(List<RuleVersion> rules) {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> names.addAll(Terms.detectors(RuleTexts.parse(rule.text()))));
        return names;
    }

    /// The project's detectors.
    public DetectorBook detectors() {
        return detectors;
    }

    /// Compiles rules as they vote here.
    public RuleCompiler compiler() {
        return new RuleCompiler(concepts.concepts(), detectors.detectors());
    }

    /// The texts that detectors have yet to read before these rules can vote on all pairs. Each
    /// look may uncover more, where one condition hides behind another.
    public WantedTexts wanted(List<RuleVersion> rules) {
        List<PairFeatures> all = features();
        WantedTexts wanted = new WantedTexts(detectors.detectors());
        RuleCompiler compiler = new RuleCompiler(concepts.concepts(), wanted);
        List<CompiledRule> asking = new ArrayList<>();
        for (RuleVersion version : rules) {
            Rule rule = RuleTexts.parse(version.text());
            if (!Terms.detectors(rule).isEmpty()) {
                SlotValues own = new SlotValues(version.slots());
                asking.add(compiler.compile(rule, RuleTexts.inUse(rule, own)));
            }
        }
        if (!asking.isEmpty()) {
            engine.voteAgain(all, asking);
        }
        return wanted;
    }

    private static String slots(RuleVersion rule) {
        return new java.util.TreeMap<>(rule.slots()).toString();
    }

    /// All pairs, in the order of every column.
    public synchronized List<PairView> pairs() {
        refresh();
        return project.content().pairs();
    }

    /// The pairs with what is known of their texts, in the order of every column.
    public synchronized List<PairFeatures> features() {
        refresh();
        return features.pairs();
    }

    public synchronized Choices choices() {
        refresh();
        Choices known = choices;
        if (known == null) {
            known = Choices.read(project);
            choices = known;
        }
        return known;
    }

    private void refresh() {
        Content now = project.content();
        if (now != counted) {
            counted = now;
            columns.clear();
            choices = null;
            features = new PairTable(pool.all(now.pairs()), KEPT_MEASURES);
            before = kept.read(now.hash(), now.pairs().size());
        }
    }

    private Key key(RuleVersion version) {
        Rule rule = RuleTexts.parse(version.text());
        return new Key(
                version.text(),
                RuleTexts.inUse(rule, new SlotValues(version.slots())),
                lists(Terms.detectors(rule)));
    }

    private static ContentHash hash(Key key) {
        return ContentHash.of(
                key.text(),
                new java.util.TreeMap<>(key.slots().values()).toString(),
                key.concepts());
    }

    private Column column(RuleVersion rule) {
        return column(
                RuleTexts.parse(rule.text()),
                new SlotValues(rule.slots()),
                rule.text(),
                () -> false);
    }

    private Column column(Rule rule, SlotValues own, String text, BooleanSupplier cancelled) {
        SlotValues slots = RuleTexts.inUse(rule, own);
        Key key = new Key(text, slots, lists(Terms.detectors(rule)));
        Column known = columns.get(key);
        if (known == null) {
            known = before.get(hash(key));
            if (known == null) {
                known = Column.count(engine, compile(rule, slots), features, cancelled);
                counting = true;
            }
            columns.put(key, known);
            dropOldest();
        }
        return known;
    }

    /// While texts are typed and sliders are moved, columns that nobody asks for again pile up.
    private void dropOldest() {
        long most = Math.max(64, KEPT_VOTES / Math.max(1, features.rows()));
        Iterator<Key> oldest = columns.keySet().iterator();
        while (columns.size() > most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    /// A rule's votes on some pairs, by their index in [#pairs]: for what a person sees, before all
    /// others are counted.
    public synchronized byte[] glance(Rule rule, SlotValues own, int[] rows) {
        refresh();
        SlotValues slots = RuleTexts.inUse(rule, own);
        return engine.glance(features, compile(rule, slots), rows);
    }

    /// A text's votes, kept like those of saved rules.
    public synchronized Column count(Rule rule, SlotValues slots, String text) {
        return count(rule, slots, text, () -> false);
    }

    /// The same, given up when somebody types on.
    ///
    /// @throws java.util.concurrent.CancellationException when `cancelled` says so
    public synchronized Column count(
            Rule rule, SlotValues slots, String text, BooleanSupplier cancelled) {
        refresh();
        return column(rule, slots, text, cancelled);
    }

    /// The rules, and the project's word lists, as one self-contained file.
    public RulesFile rulesFile(List<RuleVersion> rules) {
        FileNames names = new FileNames();
        List<RulesFile.NamedRule> named = new ArrayList<>();
        for (RuleVersion rule : rules) {
            named.add(
                    new RulesFile.NamedRule(
                            names.of(rule.name()), RuleTexts.parse(rule.text()), named.size() + 1));
        }
        return new RulesFile(named, concepts.own());
    }

    /// The same with every slot replaced by its value, so that the file alone votes as the rules
    /// do.
    public RulesFile filledRulesFile(List<RuleVersion> rules) {
        FileNames names = new FileNames();
        List<RulesFile.NamedRule> named = new ArrayList<>();
        for (RuleVersion version : rules) {
            Rule rule = RuleTexts.parse(version.text());
            Rule filled = new SlotValues(version.slots()).fill(rule);
            named.add(
                    new RulesFile.NamedRule(
                            names.of(version.name()),
                            SlotDefaults.of(filled).fill(filled),
                            named.size() + 1));
        }
        return new RulesFile(named, concepts.own());
    }

    /// A rule that can vote on any pair.
    public CompiledRule compile(RuleVersion version) {
        return compile(version, detectors.detectors());
    }

    /// The same with other detectors in place of the project's.
    public CompiledRule compile(RuleVersion version, Detectors asked) {
        Rule rule = RuleTexts.parse(version.text());
        SlotValues own = new SlotValues(version.slots());
        return new RuleCompiler(concepts.concepts(), asked)
                .compile(rule, RuleTexts.inUse(rule, own));
    }

    private CompiledRule compile(Rule rule, SlotValues slots) {
        return compiler().compile(rule, slots);
    }

    private Set<Gold.Source> sources(List<RuleVersion> rules, Content content) {
        Map<UUID, UUID> comparisons = new HashMap<>();
        for (Judgement judgement : project.judgements()) {
            comparisons.put(judgement.id(), judgement.comparisonId());
        }
        Map<UUID, List<Integer>> rows = new HashMap<>();
        for (int i = 0; i < content.pairs().size(); i++) {
            PairView pair = content.pairs().get(i);
            rows.computeIfAbsent(pair.ref().comparisonId(), id -> new ArrayList<>()).add(i);
        }
        Set<Gold.Source> sources = new HashSet<>();
        for (int j = 0; j < rules.size(); j++) {
            if (rules.get(j).source() instanceof RuleSource.Explained explained) {
                UUID comparison = comparisons.get(explained.judgementId());
                if (comparison != null) {
                    for (int row : rows.getOrDefault(comparison, List.of())) {
                        sources.add(new Gold.Source(row, j));
                    }
                }
            }
        }
        return sources;
    }

    /// Keeps a ballot's votes in the project, with the hash of the pairs they were counted on.
    public void store(Ballot ballot) {
        ContentHash from =
                ContentHash.builder()
                        .add(project.content().hash())
                        .add(lists(asked(ballot.rules())))
                        .build();
        List<VoteColumn> stored = new ArrayList<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            RuleVersion rule = ballot.rules().get(j);
            stored.add(
                    new VoteColumn(
                            rule.ruleId(),
                            rule.version(),
                            from,
                            Votes.of(ballot.columns().get(j).votes())));
        }
        project.with(
                file -> {
                    file.votes().keepOnly(from);
                    file.votes().put(stored);
                    return true;
                });
    }
}
