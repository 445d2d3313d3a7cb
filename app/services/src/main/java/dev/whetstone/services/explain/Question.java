package dev.whetstone.services.explain;

import java.util.List;

/// One short question with answers to click.
public record Question(String id, String text, List<String> answers) {
    public Question {
        answers = List.copyOf(answers);
    }
}
