package dev.whetstone.store.importing.row;

import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A dialogue in one text with the markers of HH-RLHF, `\n\nHuman: ` and `\n\nAssistant: `.
public final class HhDialogue {
    static final String HUMAN = "\n\nHuman:";
    static final String ASSISTANT = "\n\nAssistant:";
    private static final Pattern MARKER = Pattern.compile("\n\n(Human|Assistant):[ ]?");

    private HhDialogue() {}

    /// Whether a text begins as such a dialogue does.
    public static boolean isDialogue(String text) {
        return text.startsWith(HUMAN);
    }

    /// The turns; an assistant's turn at the end that holds nothing yet is left out.
    static List<Message> turns(String text) {
        List<Message> turns = new ArrayList<>();
        Matcher marker = MARKER.matcher(text);
        boolean found = marker.find();
        while (found) {
            Role role = marker.group(1).equals("Human") ? Role.USER : Role.ASSISTANT;
            int from = marker.end();
            found = marker.find();
            String content = text.substring(from, found ? marker.start() : text.length());
            if (found || role == Role.USER || !content.isBlank()) {
                turns.add(new Message(role, content));
            }
        }
        return turns;
    }

    /// The length of what two dialogues share, cut back to behind the last assistant marker (as
    /// TRL's HH-RLHF script does); 0 when they share no such marker.
    static int sharedPrompt(String first, String second) {
        int shared = commonPrefix(first, second);
        // The marker itself must lie in the shared part, the blank behind it need not.
        int marker = first.lastIndexOf(ASSISTANT, shared - ASSISTANT.length());
        return shared < ASSISTANT.length() || marker < 0 ? 0 : marker + ASSISTANT.length();
    }

    static int commonPrefix(String first, String second) {
        int end = Math.min(first.length(), second.length());
        int i = 0;
        while (i < end && first.charAt(i) == second.charAt(i)) {
            i++;
        }
        return i > 0 && i < end && Character.isHighSurrogate(first.charAt(i - 1)) ? i - 1 : i;
    }
}
