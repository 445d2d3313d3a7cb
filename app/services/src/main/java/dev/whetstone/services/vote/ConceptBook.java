package dev.whetstone.services.vote;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.ConceptLine;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.ConceptVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A project's word lists: the shipped ones, with the project's own in place of those of the same
/// name. Read once, and again after they were saved.
public final class ConceptBook {
    private static final Concepts STARTER = StarterConcepts.concepts();

    private final OpenProject project;
    private volatile @Nullable Snapshot known;

    /// The lists as they stand, and what is made of them.
    private record Snapshot(Concepts own, Concepts all, String fingerprint) {}

    public ConceptBook(OpenProject project) {
        this.project = project;
    }

    public Concepts concepts() {
        return snapshot().all();
    }

    /// The project's own lists only.
    public Concepts own() {
        return snapshot().own();
    }

    /// Of the project's own lists.
    public String fingerprint() {
        return snapshot().fingerprint();
    }

    /// Call when what was saved may have been taken back.
    public void forget() {
        known = null;
    }

    private Snapshot snapshot() {
        Snapshot now = known;
        if (now == null) {
            now = read();
            known = now;
        }
        return now;
    }

    private Snapshot read() {
        Concepts lists = Concepts.NONE;
        ContentHash.Builder hash = ContentHash.builder();
        for (ConceptVersion own : project.with(file -> file.concepts().current())) {
            lists = lists.with(own.name(), patterns(own.name(), own.entries()));
            hash.add(own.name());
            own.entries().forEach(hash::add);
        }
        return new Snapshot(lists, STARTER.overlaidBy(lists), hash.build().hex());
    }

    /// Every list as a person sees it.
    public Map<String, List<String>> entries() {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        concepts()
                .patterns()
                .forEach(
                        (name, list) ->
                                entries.put(name, list.stream().map(RulePrinter::print).toList()));
        return entries;
    }

    /// Saves a list; it replaces one of the same name.
    public void save(String name, List<Pattern> patterns, String author, Instant now) {
        List<String> entries = patterns.stream().map(RulePrinter::print).toList();
        project.with(
                file -> {
                    int latest =
                            file.concepts().current().stream()
                                    .filter(c -> c.name().equals(name))
                                    .mapToInt(ConceptVersion::version)
                                    .max()
                                    .orElse(0);
                    file.concepts()
                            .save(new ConceptVersion(name, latest + 1, entries, author, now));
                    return true;
                });
        forget();
    }

    /// Reads entries as they are printed.
    public static List<Pattern> patterns(String name, List<String> entries) {
        try {
            return new ArrayList<>(
                    ConceptLine.parse(
                                    "@concept " + name + " = {" + String.join(", ", entries) + "}")
                            .patterns());
        } catch (RuleSyntaxException e) {
            throw new ServiceException(
                    "rule.concept", "The word list @" + name + ": " + e.getMessage(), "", e);
        }
    }
}
