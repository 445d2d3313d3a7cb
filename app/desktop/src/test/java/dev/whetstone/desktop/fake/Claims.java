package dev.whetstone.desktop.fake;

import dev.whetstone.core.project.Prompt;
import dev.whetstone.desktop.fake.FakeDesk.Case;
import java.util.List;
import java.util.UUID;

/// Comparisons of a claims desk.
public final class Claims {
    private Claims() {}

    public static List<Case> cases() {
        return List.of(pipe(), storm(), shortOne());
    }

    private static Case pipe() {
        return new Case(
                Prompt.ofText(
                        new UUID(7, 0),
                        "A pipe burst under our kitchen sink on Sunday night and the floor is ruined."
                                + " My claim reference is HC-48213. Is this covered, and what happens"
                                + " next? Please keep it to a short list."),
                List.of(
                        "Thank you for your message, and I am sorry about your kitchen floor.\n\n"
                                + "Your claim HC-48213 has been registered. I can confirm that this is"
                                + " **fully covered** under your policy and that we will pay for the"
                                + " new floor. Burst pipes are one of the most common causes of water"
                                + " damage in winter.\n\nPlease do not worry about anything. If you"
                                + " have further questions, call our claims line at any time.",
                        "Thank you for your message, and I am sorry about your kitchen floor. Your"
                                + " claim HC-48213 has been registered. Whether it is covered is"
                                + " decided after the survey. These are the **next steps**:\n\n1. Send"
                                + " us photos of the pipe and of the floor.\n2. Stop the leak and keep"
                                + " the broken pipe for the surveyor.\n3. A surveyor calls you within"
                                + " 3 working days.\n\nIf you have further questions, call our claims"
                                + " line at any time."),
                List.of());
    }

    private static Case storm() {
        return new Case(
                Prompt.ofText(
                        new UUID(7, 1),
                        "This is the third time I write. The storm took half our roof tiles on 3"
                                + " November and it rains into the children’s room. Nobody answers me"
                                + " about HC-50977. When will somebody come?"),
                List.of(
                        "I am sorry that you had to write three times, and that it rains into your"
                                + " children’s room.\n\nA roofer from our network will call you within"
                                + " 24 hours about HC-50977.",
                        "Your message has been received. Claims are handled in the order of arrival"
                                + " and HC-50799 is in progress.\n\nPlease note that repeated enquiries"
                                + " delay processing.",
                        "I am sorry: rain in a child’s room should not wait for a third message."
                                + "\n\nFor HC-50977:\n\n1. A roofer calls you today.\n2. A surveyor"
                                + " visits within 3 working days.",
                        "Thank you for your patience, and I am very sorry about the roof.\n\nI have"
                                + " asked the storm team to contact you about HC-50977 by tomorrow."),
                List.of());
    }

    private static Case shortOne() {
        return new Case(
                Prompt.ofText(new UUID(7, 2), "Somebody stole my bicycle. How much will I get?"),
                List.of(
                        "We pay what a bicycle of the same kind costs today, less your excess of 150.",
                        "You will get 2,000 tomorrow!"),
                List.of(1, 0));
    }
}
