package dev.whetstone.engine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/// What becomes of the parts that a pattern matched.
enum SplitBehavior {
    REMOVED,
    ISOLATED,
    MERGED_WITH_PREVIOUS,
    MERGED_WITH_NEXT,
    CONTIGUOUS;

    /// Whether the parts found or those between them count as matches.
    enum Sense {
        MATCHES,
        GAPS
    }

    private record Part(int from, int to, boolean match) {}

    List<AlignedText> split(AlignedText text, SplitPattern pattern, Sense sense) {
        var pieces = new ArrayList<AlignedText>();
        for (var part : arrange(parts(text, pattern, sense))) {
            if (part.to > part.from) {
                pieces.add(text.slice(part.from, part.to));
            }
        }
        return pieces;
    }

    private static List<Part> parts(AlignedText text, SplitPattern pattern, Sense sense) {
        var inverted = sense == Sense.GAPS;
        var parts = new ArrayList<Part>();
        var at = 0;
        for (var match : pattern.matches(text)) {
            if (match.from() > at) {
                parts.add(new Part(at, match.from(), inverted));
            }
            if (match.to() > match.from()) {
                parts.add(new Part(match.from(), match.to(), !inverted));
            }
            at = match.to();
        }
        if (at < text.length()) {
            parts.add(new Part(at, text.length(), inverted));
        }
        return parts;
    }

    private List<Part> arrange(List<Part> parts) {
        return switch (this) {
            case ISOLATED -> parts;
            case REMOVED -> parts.stream().filter(part -> !part.match).toList();
            case CONTIGUOUS -> merge(parts, (last, part) -> last.match == part.match);
            case MERGED_WITH_PREVIOUS -> merge(parts, (last, part) -> part.match && !last.match);
            case MERGED_WITH_NEXT -> mergeWithNext(parts);
        };
    }

    private interface Joins {
        boolean joins(Part last, Part part);
    }

    private static List<Part> merge(List<Part> parts, Joins rule) {
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && rule.joins(last, part)) {
                merged.set(merged.size() - 1, new Part(last.from, part.to, part.match));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static List<Part> mergeWithNext(List<Part> parts) {
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.match && !part.match) {
                merged.set(merged.size() - 1, new Part(last.from, part.to, false));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }
}
