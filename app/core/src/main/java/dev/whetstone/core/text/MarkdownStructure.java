package dev.whetstone.core.text;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the parts of a text's Markdown structure stand: CommonMark with tables, and lines that
/// start with `•` or `–` and a blank as bullets too.
///
/// Quotes are block quotes and passages of three or more words in quotation marks.
public final class MarkdownStructure {
    private final String text;
    private final LineMarkers markers;
    private @Nullable Map<StructureType, Spans> parsed;

    private MarkdownStructure(String text, LineMarkers markers) {
        this.text = text;
        this.markers = markers;
    }

    /// Looks at how lines start; the text is parsed when a structure is asked for that it can hold.
    public static MarkdownStructure of(String text) {
        return new MarkdownStructure(text, LineMarkers.of(text));
    }

    public int count(StructureType type) {
        return places(type).count();
    }

    /// Where the parts of a kind stand, in order.
    public Spans places(StructureType type) {
        Spans blocks = markers.allow(type) ? parsed().getOrDefault(type, Spans.NONE) : Spans.NONE;
        return type == StructureType.QUOTES ? Quotations.of(text, blocks) : blocks;
    }

    private Map<StructureType, Spans> parsed() {
        Map<StructureType, Spans> known = parsed;
        if (known == null) {
            // published whole: the map is filled before the field is written, and never changed
            known = Map.copyOf(new BlockParse(text).places());
            parsed = known;
        }
        return known;
    }

    /// Whether a character belongs to running text, not to a code block or table.
    public boolean isProse(int position) {
        return !(places(StructureType.CODE_BLOCKS).covers(position)
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
