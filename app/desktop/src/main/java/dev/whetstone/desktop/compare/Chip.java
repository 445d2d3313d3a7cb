package dev.whetstone.desktop.compare;

import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Question;
import java.util.ArrayList;
import java.util.List;

/// Something the explanation was understood as, below the text.
public sealed interface Chip {

    /// A rule, or several readings of one part of the sentence of which one is shown.
    record Rule(List<Candidate> readings, int chosen, State state) implements Chip {
        public Rule {
            readings = List.copyOf(readings);
        }

        public Candidate candidate() {
            return readings.get(chosen);
        }

        Rule next() {
            return new Rule(readings, (chosen + 1) % readings.size(), state);
        }

        /// With one more reading, which is shown.
        Rule plus(Candidate reading) {
            List<Candidate> more = new ArrayList<>(readings);
            more.add(reading);
            return new Rule(more, more.size() - 1, state);
        }

        Rule with(State newState) {
            return new Rule(readings, chosen, newState);
        }
    }

    /// A question with answers to click.
    record Ask(Question question) implements Chip {}

    /// What was decided about a rule.
    enum State {
        OPEN,
        ACCEPTED,
        IGNORED
    }
}
