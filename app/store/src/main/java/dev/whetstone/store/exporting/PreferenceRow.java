package dev.whetstone.store.exporting;

import dev.whetstone.core.project.Message;
import java.util.List;

/// One preference: `chosen` over `rejected` with probability `p`.
///
/// @param source attached text; empty when none
/// @param p probability that chosen is really preferred, .5 to 1; .5 is a tie
/// @param annotator who judged; empty when the preference is derived
/// @param lineage JSON: what the preference comes from; empty when there is nothing to say
public record PreferenceRow(
        List<Message> turns,
        String source,
        Scored chosen,
        Scored rejected,
        double p,
        String annotator,
        String lineage) {
    public PreferenceRow {
        turns = List.copyOf(turns);
        if (!(p >= .5 && p <= 1)) {
            throw new IllegalArgumentException("p of a chosen response is .5 to 1, not " + p);
        }
    }

    /// The row for two responses of which `a` is preferred with probability `p`, 0 to 1.
    public static PreferenceRow of(
            List<Message> turns, String source, Scored a, Scored b, double p) {
        return p >= .5
                ? new PreferenceRow(turns, source, a, b, p, "", "")
                : new PreferenceRow(turns, source, b, a, 1 - p, "", "");
    }

    public PreferenceRow from(String judge, String origin) {
        return new PreferenceRow(turns, source, chosen, rejected, p, judge, origin);
    }

    public boolean isTie() {
        return p == .5;
    }
}
