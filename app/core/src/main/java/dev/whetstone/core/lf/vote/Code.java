package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compiled terms. An unknown value is `null`, NaN or [Truth#UNKNOWN], and its reason is reported
/// to the frame.
final class Code {
    private Code() {}

    interface Condition {
        Truth test(Frame frame);
    }

    interface Measure {
        double of(Frame frame);
    }

    interface Text {
        @Nullable TextFeatures in(Frame frame);
    }

    interface Texts {
        @Nullable List<TextFeatures> in(Frame frame);
    }

    interface Search {
        @Nullable Finder in(Frame frame);
    }
}
