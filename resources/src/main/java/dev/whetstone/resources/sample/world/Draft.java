package dev.whetstone.resources.sample.world;

import dev.whetstone.resources.sample.grammar.Phrase;
import dev.whetstone.resources.sample.grammar.Speaker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A reply in the making: blocks of text, each a sentence or a list, and the attributes so far.
final class Draft {
    private final Speaker speaker;
    private final Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    private final List<String> blocks = new ArrayList<>();

    Draft(Speaker speaker) {
        this.speaker = speaker;
    }

    Speaker speaker() {
        return speaker;
    }

    /// Expands a section and takes over the attributes of its tags.
    String say(String section) {
        Phrase phrase = speaker.say(section);
        phrase.tags().forEach(tag -> attributes.add(Attribute.fromWireName(tag)));
        return phrase.text();
    }

    void mark(Attribute attribute) {
        attributes.add(attribute);
    }

    boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }

    Set<Attribute> attributes() {
        return attributes;
    }

    /// Sentences and lists in order; a list holds line breaks and starts with one.
    List<String> blocks() {
        return blocks;
    }

    static boolean isList(String block) {
        return block.indexOf('\n') >= 0;
    }

    /// Sentences, an item of a list counting as one.
    int sentences() {
        int count = 0;
        for (String block : blocks) {
            count += isList(block) ? (int) block.lines().count() - 1 : 1;
        }
        return count;
    }

    /// The body as Markdown: sentences in paragraphs, lists on lines of their own, a blank line
    /// between.
    String body() {
        StringBuilder text = new StringBuilder();
        boolean afterList = false;
        for (String block : blocks) {
            if (!text.isEmpty()) {
                text.append(isList(block) || afterList ? "\n\n" : " ");
            }
            text.append(block);
            afterList = isList(block);
        }
        return text.toString();
    }
}
