package dev.whetstone.services.rules;

import dev.whetstone.services.vote.FamilyBook;
import java.util.List;
import java.util.UUID;

/// Rules that tell one story several times. A family is suggested by the program and confirmed by a
/// person; label models then count it as one witness.
public interface Families {
    List<FamilyBook.Family> confirmed();

    /// Among the active rules, those not yet in one family. Counts votes when they are out of date:
    /// call in the background.
    List<Suggested> suggest();

    /// Makes one family of the rules, which leave the families they were in.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException for fewer than two rules, or an
    ///     unknown one
    void confirm(List<UUID> rules, String by);

    /// Takes a rule out of its family.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException when it is in none
    void split(UUID rule);

    /// Keeps rules apart: they are not suggested as one family again, unless with others.
    void separate(List<UUID> rules, String by);

    /// @param reasons why, a sentence a pair of rules
    record Suggested(List<UUID> rules, List<String> reasons) {
        public Suggested {
            rules = List.copyOf(rules);
            reasons = List.copyOf(reasons);
        }
    }
}
