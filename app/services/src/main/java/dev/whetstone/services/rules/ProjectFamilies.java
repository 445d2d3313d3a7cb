package dev.whetstone.services.rules;

import dev.whetstone.core.label.FamilySuggestions;
import dev.whetstone.core.label.FamilySuggestions.Reason;
import dev.whetstone.core.lf.MeasuredThings;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.FamilyBook;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleVersion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Families over the project file.
public final class ProjectFamilies implements Families {
    private final OpenProject project;
    private final Voting voting;
    private final FamilyBook book;
    private final InstantSource clock;

    public ProjectFamilies(OpenProject project, Voting voting, InstantSource clock) {
        this.project = project;
        this.voting = voting;
        this.book = new FamilyBook(project);
        this.clock = clock;
    }

    @Override
    public List<FamilyBook.Family> confirmed() {
        return book.all();
    }

    @Override
    public List<Suggested> suggest() {
        Ballot ballot = voting.ballot();
        List<Set<String>> things =
                ballot.rules().stream()
                        .map(rule -> MeasuredThings.of(RuleTexts.parse(rule.text())))
                        .toList();
        List<Suggested> suggested = new ArrayList<>();
        for (FamilySuggestions.Suggestion of :
                FamilySuggestions.suggest(ballot.matrix(), ballot.gold(), things)) {
            List<UUID> rules =
                    of.rules().stream().map(j -> ballot.rules().get(j).ruleId()).toList();
            if (isOpen(rules)) {
                suggested.add(
                        new Suggested(
                                rules,
                                of.links().stream()
                                        .map(link -> sentence(ballot.rules(), link))
                                        .toList()));
            }
        }
        return suggested;
    }

    private boolean isOpen(List<UUID> rules) {
        return Stream.concat(book.all().stream(), book.separate().stream())
                .noneMatch(decided -> decided.rules().containsAll(rules));
    }

    private static String sentence(List<RuleVersion> rules, FamilySuggestions.Link link) {
        String both = rules.get(link.first()).name() + " and " + rules.get(link.second()).name();
        return switch (link.reason()) {
            case Reason.SameThing(Set<String> things) ->
                    both
                            + " look at the same: "
                            + String.join(", ", things.stream().sorted().toList());
            case Reason.Agreement(int agree, int common, double expected, double q) ->
                    String.format(
                            Locale.ROOT,
                            "%s agree on %d of %d pairs; independent rules would on %.0f at most"
                                    + " (q = %.2g)",
                            both,
                            agree,
                            common,
                            Math.ceil(expected * common),
                            q);
        };
    }

    @Override
    public void confirm(List<UUID> rules, String by) {
        Set<UUID> members = new HashSet<>(rules);
        Set<UUID> known = new HashSet<>();
        project.with(file -> file.rules().current()).forEach(rule -> known.add(rule.ruleId()));
        if (members.size() < 2 || !known.containsAll(members)) {
            throw new ServiceException(
                    "rule.family",
                    "A family is made of two rules or more of this project.",
                    "List them with: whetstone rules list PROJECT");
        }
        List<FamilyBook.Family> families = without(members);
        families.add(
                new FamilyBook.Family(rules.stream().distinct().toList(), by, clock.instant()));
        save(families);
    }

    @Override
    public void separate(List<UUID> rules, String by) {
        List<FamilyBook.Family> apart = new ArrayList<>(book.separate());
        apart.add(new FamilyBook.Family(rules.stream().distinct().toList(), by, clock.instant()));
        book.saveSeparate(apart);
        project.changed(Change.RULES);
    }

    @Override
    public void split(UUID rule) {
        if (book.all().stream().noneMatch(family -> family.rules().contains(rule))) {
            throw new ServiceException("rule.family", "The rule is in no family.", "");
        }
        save(without(Set.of(rule)));
    }

    private List<FamilyBook.Family> without(Set<UUID> leaving) {
        List<FamilyBook.Family> families = new ArrayList<>();
        for (FamilyBook.Family family : book.all()) {
            List<UUID> rest =
                    family.rules().stream().filter(rule -> !leaving.contains(rule)).toList();
            if (rest.size() > 1) {
                families.add(new FamilyBook.Family(rest, family.by(), family.at()));
            }
        }
        return families;
    }

    private void save(List<FamilyBook.Family> families) {
        book.save(families);
        project.changed(Change.RULES);
    }
}
