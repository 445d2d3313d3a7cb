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

/// A project's word lists: the shipped ones, with the project's own in place of those of the same
/// name.
public final class ConceptBook {
    private static final Concepts STARTER = StarterConcepts.concepts();

    private final OpenProject project;

    public ConceptBook(OpenProject project) {
        this.project = project;
    }

    public Concepts concepts() {
        return STARTER.overlaidBy(own());
    }

    /// The project's own lists only.
    public Concepts own() {
        Concepts all = Concepts.NONE;
        for (ConceptVersion own : project.with(file -> file.concepts().current())) {
            all = all.with(own.name(), patterns(own.name(), own.entries()));
        }
        return all;
    }

    /// Of the project's own lists.
    public String fingerprint() {
        ContentHash.Builder hash = ContentHash.builder();
        for (ConceptVersion own : project.with(file -> file.concepts().current())) {
            hash.add(own.name());
            own.entries().forEach(hash::add);
        }
        return hash.build().hex();
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
