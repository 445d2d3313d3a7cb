package dev.whetstone.core.reward;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/// What keeps pairs of one question together when data is split.
public final class PromptGroups {
    private static final Pattern FIRST_TURN =
            Pattern.compile(
                    "(?is)^\\s*(?:system:.*?\\n\\n)?(?:human|user):(.*?)(?:\\n\\n(?:assistant|gpt):|\\z)");

    private PromptGroups() {}

    /// The first human turn of a conversation written with role names, otherwise the whole
    /// prompt; outer white space ignored. The whole conversation would differ between pairs of
    /// one question, because it may hold one model's earlier answer.
    public static String of(String prompt) {
        Matcher matcher = FIRST_TURN.matcher(prompt);
        return (matcher.find() ? matcher.group(1) : prompt).strip();
    }
}
