package dev.whetstone.core.lf.concept;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.syntax.ConceptLine;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.text.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The concepts that come with the program, tagged by domain. Those that every house must fill
/// itself (its competitors, its funds) are there without words.
public final class StarterConcepts {
    private StarterConcepts() {}

    /// All of them, in the order of the list.
    public static List<ConceptLine> lines() {
        List<ConceptLine> lines = new ArrayList<>();
        for (String line : Resources.lines(StarterConcepts.class, "concepts.txt")) {
            try {
                lines.add(ConceptLine.parse(line));
            } catch (RuleSyntaxException problem) {
                throw new IllegalStateException("concepts.txt: " + line, problem);
            }
        }
        return lines;
    }

    public static Concepts concepts() {
        Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
        lines().forEach(line -> patterns.put(line.name(), line.patterns()));
        return new Concepts(patterns);
    }
}
