package dev.whetstone.core.text;

import java.util.EnumMap;
import java.util.Map;

/// Where the parts of a text's Markdown structure stand: CommonMark with tables, and lines that
/// start with `•` or `–` and a blank as bullets too.
///
/// Quotes are block quotes and passages of three or more words in quotation marks.
public final class MarkdownStructure {
    private final String text;
    private final LineMarkers markers;
    private final Map<StructureType, Spans> places;

    private MarkdownStructure(
            String text, LineMarkers markers, Map<StructureType, Spans> places) {
        this.text = text;
        this.markers = markers;
        this.places = places;
    }

    public static MarkdownStructure of(String text) {
        LineMarkers markers = LineMarkers.of(text);
        return new MarkdownStructure(
                text, markers, markers.isPlain() ? Map.of() : new BlockParse(text).places());
    }

    public int count(StructureType type) {
        return places(type).count();
    }

    /// Where the parts of a kind stand, in order.
    public Spans places(StructureType type) {
        if (type == StructureType.QUOTES) {
            return Quotations.of(text, places.getOrDefault(type, Spans.NONE));
        }
        return places.getOrDefault(type, Spans.NONE);
    }

    /// Whether a character belongs to running text, not to a code block or table.
    public boolean isProse(int position) {
        return markers.isPlain()
                || !(places(StructureType.CODE_BLOCKS).covers(position)
                        || places(StructureType.TABLES).covers(position));
    }

    /// Where the markers of list items (`-`, `3.`) stand.
    public Spans itemMarkers() {
        Spans items = places(StructureType.LIST_ITEMS);
        Spans.Builder found = new Spans.Builder();
        for (int i = 0; i < items.count(); i++) {
            int at = items.start(i);
            while (at < items.end(i) && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            found.add(items.start(i), at);
        }
        return found.build();
    }

    static Map<StructureType, Spans> build(Map<StructureType, Spans.Builder> found) {
        Map<StructureType, Spans> places = new EnumMap<>(StructureType.class);
        found.forEach((type, builder) -> places.put(type, builder.build()));
        return places;
    }
}
