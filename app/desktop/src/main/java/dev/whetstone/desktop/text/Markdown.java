package dev.whetstone.desktop.text;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads CommonMark with tables. HTML is shown as the text it is, images as their words, links as
/// text: nothing is ever loaded.
public final class Markdown {
    private final Parser parser =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build();

    public MarkdownDocument parse(String source) {
        MarkdownReader reader = new MarkdownReader(source);
        parser.parse(source).accept(reader);
        return reader.document();
    }
}
