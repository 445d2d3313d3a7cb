package dev.whetstone.core.text.tone;

import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Tone;
import dev.whetstone.core.text.Words;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.core.text.match.RegexFinder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Manner of a text's wording. A lexicon of our own gives phrases and expressions weights for each
/// tone; with s the weighted number of matches for every 60 words (of shorter texts: in all), the
/// result is s / (1 + s), from 0 to 1; never below 0.
public final class Tones {
    private static final double WORDS_PER_UNIT = 60;

    /// A phrase and how much one match of it adds.
    private record Cue(Finder finder, double weight) {}

    private static final Map<Tone, List<Cue>> CUES = cues();

    private Tones() {}

    public static double of(TextFeatures text, Tone tone) {
        return text.memo(tone, t -> measure(t, tone));
    }

    private static double measure(TextFeatures text, Tone tone) {
        double sum = 0;
        for (Cue cue : CUES.getOrDefault(tone, List.of())) {
            int count = cue.finder().count(text);
            if (count > 0) {
                sum += cue.weight() * count;
            }
        }
        if (tone == Tone.COLD) {
            sum += Math.max(0, 0.5 - of(text, Tone.WARM)) * (text.words().count() > 0 ? 1 : 0);
        }
        Words words = text.words();
        double density = Math.max(0, sum) / Math.max(1, words.count() / WORDS_PER_UNIT);
        return density / (1 + density);
    }

    private static Map<Tone, List<Cue>> cues() {
        Map<Tone, List<Cue>> cues = new EnumMap<>(Tone.class);
        List<Cue> current = new ArrayList<>();
        for (String line : Resources.lines(Tones.class, "tones.txt")) {
            if (line.startsWith("[")) {
                Tone tone = Tone.of(line.substring(1, line.length() - 1)).orElseThrow();
                current = cues.computeIfAbsent(tone, _ -> new ArrayList<>());
                continue;
            }
            int colon = line.indexOf(':');
            double weight = Double.parseDouble(line.substring(0, colon));
            for (String cue : line.substring(colon + 1).split(";")) {
                current.add(new Cue(finder(cue.strip()), weight));
            }
        }
        return cues;
    }

    private static Finder finder(String cue) {
        return cue.startsWith("/") && cue.endsWith("/")
                ? RegexFinder.trusted(cue.substring(1, cue.length() - 1))
                : LiteralFinder.of(cue);
    }
}
