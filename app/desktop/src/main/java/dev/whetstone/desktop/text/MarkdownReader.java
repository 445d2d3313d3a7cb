package dev.whetstone.desktop.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Turns commonmark's nodes into paragraphs. A single line break stays a line break: a person wants
/// to see what the model wrote, not what a browser would make of it.
final class MarkdownReader extends AbstractVisitor {
    private final String source;
    private final List<MarkdownDocument.Paragraph> paragraphs = new ArrayList<>();
    private final List<MarkdownDocument.Run> runs = new ArrayList<>();
    private final Deque<String> inline = new ArrayDeque<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private String marker = "";
    private int indent;
    private boolean quoted;

    MarkdownReader(String source) {
        this.source = source;
    }

    MarkdownDocument document() {
        return new MarkdownDocument(paragraphs);
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        end(isTight(paragraph) ? "tight" : "paragraph");
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        end(heading.getLevel() <= 2 ? "heading" : "subheading");
    }

    @Override
    public void visit(BulletList list) {
        enterList(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        enterList(list, start == null || start < 1 ? 1 : start);
    }

    private void enterList(Node list, int firstNumber) {
        numbers.push(firstNumber);
        indent++;
        visitChildren(list);
        indent--;
        numbers.pop();
    }

    @Override
    public void visit(ListItem item) {
        int number = numbers.pop();
        marker = number > 0 ? number + "." : "•";
        numbers.push(number > 0 ? number + 1 : 0);
        visitChildren(item);
        marker = "";
    }

    @Override
    public void visit(BlockQuote quote) {
        boolean outer = quoted;
        quoted = true;
        indent++;
        visitChildren(quote);
        indent--;
        quoted = outer;
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block, block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block, block.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        code(block, block.getLiteral());
    }

    private void code(Node block, String literal) {
        int at = start(block);
        for (String line : literal.stripTrailing().split("\n", -1)) {
            int found = source.indexOf(line, Math.max(at, 0));
            int from = found < 0 ? at : found;
            runs.add(run(line, List.of("code"), from, line.length()));
            end("code-block");
            at = from + line.length();
        }
    }

    @Override
    public void visit(ThematicBreak line) {
        runs.add(run("———", List.of("quiet"), start(line), 3));
        end("paragraph");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case TableRow row -> {
                visitChildren(row);
                end(row.getParent() instanceof TableHead ? "table-head" : "table-row");
            }
            case TableCell cell -> {
                visitChildren(cell);
                if (cell.getNext() != null) {
                    runs.add(run("  |  ", List.of("quiet"), sourceEnd(), 0));
                }
            }
            default -> visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        add(text, text.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        add(html, html.getLiteral());
    }

    @Override
    public void visit(Code code) {
        int at = start(code);
        int found = source.indexOf(code.getLiteral(), at);
        runs.add(
                run(
                        code.getLiteral(),
                        List.of("code"),
                        found < 0 ? at : found,
                        code.getLiteral().length()));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled("strong", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("emphasis", emphasis);
    }

    @Override
    public void visit(Link link) {
        styled("link", link);
    }

    @Override
    public void visit(SoftLineBreak line) {
        end("tight");
    }

    @Override
    public void visit(HardLineBreak line) {
        end("tight");
    }

    private void styled(String style, Node node) {
        inline.addLast(style);
        visitChildren(node);
        inline.removeLast();
    }

    private void add(Node node, String literal) {
        List<SourceSpan> spans = node.getSourceSpans();
        int at = spans.isEmpty() ? sourceEnd() : spans.getFirst().getInputIndex();
        int length = spans.stream().mapToInt(SourceSpan::getLength).sum();
        runs.add(run(literal, List.copyOf(inline), at, length == 0 ? literal.length() : length));
    }

    private static MarkdownDocument.Run run(
            String text, List<String> styles, int source, int sourceLength) {
        return new MarkdownDocument.Run(text, styles, Math.max(source, 0), sourceLength);
    }

    private int sourceEnd() {
        if (runs.isEmpty()) {
            return 0;
        }
        MarkdownDocument.Run last = runs.getLast();
        return last.source() + last.sourceLength();
    }

    private static int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof org.commonmark.node.ListBlock list
                && list.isTight();
    }

    private void end(String style) {
        List<String> styles = new ArrayList<>(List.of(style));
        if (quoted) {
            styles.add("quote");
        }
        paragraphs.add(new MarkdownDocument.Paragraph(runs, marker, indent, styles));
        // only the first line of a list item carries its marker
        marker = "";
        runs.clear();
    }
}
