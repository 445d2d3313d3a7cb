package dev.whetstone.desktop.fake;

import dev.whetstone.services.rules.Families;
import dev.whetstone.services.vote.FamilyBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Families that are kept in memory; nothing is suggested.
public final class FakeFamilies implements Families {
    private final List<FamilyBook.Family> families = new ArrayList<>();

    @Override
    public List<FamilyBook.Family> confirmed() {
        return List.copyOf(families);
    }

    @Override
    public List<Suggested> suggest() {
        return List.of();
    }

    @Override
    public void confirm(List<UUID> rules, String by) {
        families.add(new FamilyBook.Family(rules, by, Instant.EPOCH));
    }

    @Override
    public void split(UUID rule) {
        families.removeIf(family -> family.rules().contains(rule));
    }
}
