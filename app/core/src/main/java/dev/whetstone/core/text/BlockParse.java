package dev.whetstone.core.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The blocks of a text by CommonMark's rules. Inline markup is not read.
final class BlockParse extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .inlineParserFactory(_ -> (_, _) -> {})
                    .build();

    private final Map<StructureType, Spans.Builder> found = new EnumMap<>(StructureType.class);

    BlockParse(String text) {
        PARSER.parse(withPlainBullets(text)).accept(this);
    }

    Map<StructureType, Spans> places() {
        return MarkdownStructure.build(found);
    }

    /// Other bullet characters become `-`; positions stay.
    private static String withPlainBullets(String text) {
        if (text.indexOf('•') < 0 && text.indexOf('–') < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        boolean lineStart = true;
        for (int i = 0; i < chars.length; i++) {
            boolean bullet = chars[i] == '•' || chars[i] == '–';
            if (lineStart && bullet && i + 1 < chars.length && chars[i + 1] == ' ') {
                chars[i] = '-';
            }
            lineStart = chars[i] == '\n' || (lineStart && (chars[i] == ' ' || chars[i] == '\t'));
        }
        return new String(chars);
    }

    private void add(StructureType type, Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        if (!spans.isEmpty()) {
            SourceSpan last = spans.getLast();
            found.computeIfAbsent(type, _ -> new Spans.Builder())
                    .add(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
        }
    }

    @Override
    public void visit(ListItem item) {
        SourceSpan first = item.getSourceSpans().getFirst();
        // an item's place is its first line, so that items of an inner list stay apart
        int start = first.getInputIndex();
        int end = start + first.getLength();
        boolean bullet = item.getParent() instanceof BulletList;
        for (StructureType type :
                List.of(
                        StructureType.LIST_ITEMS,
                        bullet ? StructureType.BULLETS : StructureType.NUMBERED_ITEMS)) {
            found.computeIfAbsent(type, _ -> new Spans.Builder()).add(start, end);
        }
        visitChildren(item);
    }

    @Override
    public void visit(Heading heading) {
        add(StructureType.HEADINGS, heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        add(StructureType.CODE_BLOCKS, block);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        add(StructureType.CODE_BLOCKS, block);
    }

    @Override
    public void visit(BlockQuote quote) {
        add(StructureType.QUOTES, quote);
        visitChildren(quote);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            add(StructureType.TABLES, block);
        }
    }

    @Override
    protected void visitChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Block) {
                node.accept(this);
            }
        }
    }
}
