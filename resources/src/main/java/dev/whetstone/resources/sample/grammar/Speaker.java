package dev.whetstone.resources.sample.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Expands sections at random, with some slots bound to values.
public final class Speaker {
    private static final int DEEPEST = 12;

    private final Grammar grammar;
    private final RandomGenerator random;
    private final String topic;
    private final Map<String, String> bound;

    /// @param topic chooses `section.topic` before `section`
    /// @param bound values of slots; they go before sections of the same name
    public Speaker(
            Grammar grammar, RandomGenerator random, String topic, Map<String, String> bound) {
        this.grammar = grammar;
        this.random = random;
        this.topic = topic;
        this.bound = Map.copyOf(bound);
    }

    /// One template of the section, every one as likely as the others.
    public Phrase say(String section) {
        List<Template> templates = grammar.section(section, topic);
        Set<String> tags = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        append(templates.get(random.nextInt(templates.size())), text, tags, 0);
        return new Phrase(text.toString(), tags);
    }

    private void append(Template template, StringBuilder text, Set<String> tags, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("sections refer to each other without end");
        }
        tags.addAll(template.tags());
        append(template.parts(), text, tags, depth);
    }

    private void append(List<Part> parts, StringBuilder text, Set<String> tags, int depth) {
        for (Part part : parts) {
            switch (part) {
                case Part.Words words -> text.append(words.text());
                case Part.Choice(List<List<Part>> options) ->
                        append(options.get(random.nextInt(options.size())), text, tags, depth);
                case Part.Slot slot -> appendSlot(slot, text, tags, depth);
            }
        }
    }

    private void appendSlot(Part.Slot slot, StringBuilder text, Set<String> tags, int depth) {
        int start = text.length();
        String value = bound.get(slot.key());
        if (value != null) {
            text.append(value);
        } else {
            List<Template> templates = grammar.section(slot.key(), topic);
            append(templates.get(random.nextInt(templates.size())), text, tags, depth + 1);
        }
        if (slot.capitalised() && text.length() > start) {
            text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
        }
    }
}
