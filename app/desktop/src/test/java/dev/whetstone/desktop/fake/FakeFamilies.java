package dev.whetstone.desktop.fake;

import dev.whetstone.services.rules.Families;
import dev.whetstone.services.vote.FamilyBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Families that are kept in memory.
public final class FakeFamilies implements Families {
    private final List<FamilyBook.Family> families = new ArrayList<>();
    private final List<Suggested> suggested = new ArrayList<>();

    public void willSuggest(Suggested family) {
        suggested.add(family);
    }

    @Override
    public List<FamilyBook.Family> confirmed() {
        return List.copyOf(families);
    }

    @Override
    public List<Suggested> suggest() {
        return List.copyOf(suggested);
    }

    @Override
    public void confirm(List<UUID> rules, String by) {
        suggested.removeIf(open -> rules.containsAll(open.rules()));
        families.add(new FamilyBook.Family(rules, by, Instant.EPOCH));
    }

    @Override
    public void split(UUID rule) {
        families.removeIf(family -> family.rules().contains(rule));
    }

    @Override
    public void separate(List<UUID> rules, String by) {
        suggested.removeIf(open -> rules.containsAll(open.rules()));
    }
}
