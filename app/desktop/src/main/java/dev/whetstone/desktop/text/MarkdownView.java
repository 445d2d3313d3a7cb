package dev.whetstone.desktop.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Markdown as plain nodes, as tall as its text: for prompts, guidelines and reports.
public final class MarkdownView extends VBox {
    private final Markdown markdown;

    public MarkdownView(Markdown markdown) {
        this.markdown = markdown;
        getStyleClass().add("markdown");
    }

    public void show(String source) {
        List<Node> nodes = new ArrayList<>();
        for (MarkdownDocument.Paragraph paragraph : markdown.parse(source).paragraphs()) {
            nodes.add(node(paragraph));
        }
        if (!nodes.isEmpty()) {
            nodes.getFirst().getStyleClass().add("first");
        }
        getChildren().setAll(nodes);
    }

    private static Node node(MarkdownDocument.Paragraph paragraph) {
        TextFlow flow = new TextFlow();
        for (MarkdownDocument.Run run : paragraph.runs()) {
            Text text = new Text(run.text());
            text.getStyleClass().addAll(run.styles());
            flow.getChildren().add(text);
        }
        Node node = flow;
        if (paragraph.indent() > 0) {
            Label marker = new Label(paragraph.marker());
            marker.getStyleClass()
                    .addAll("list-marker", "indent-" + Math.min(paragraph.indent(), 4));
            marker.setMinWidth(Label.USE_PREF_SIZE);
            HBox.setHgrow(flow, Priority.ALWAYS);
            node = new HBox(marker, flow);
        }
        node.getStyleClass().addAll(paragraph.styles());
        return node;
    }
}
