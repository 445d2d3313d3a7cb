package dev.whetstone.desktop.fake;

import dev.whetstone.desktop.action.Feedback;
import java.util.ArrayList;
import java.util.List;

/// Feedback that a test reads.
public final class Told implements Feedback {
    private final List<String> sentences = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int saves;

    public List<String> sentences() {
        return sentences;
    }

    public List<Throwable> failures() {
        return failures;
    }

    public int saves() {
        return saves;
    }

    @Override
    public void tell(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void failed(Throwable failure) {
        failures.add(failure);
    }

    @Override
    public void saved() {
        saves++;
    }
}
