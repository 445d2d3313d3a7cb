package dev.whetstone.services.rules.book;

import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Revision;
import java.util.List;
import java.util.Map;

/// A rule book as Markdown with tables.
final class MarkdownBook {
    private final RuleBook book;
    private final StringBuilder out = new StringBuilder();

    MarkdownBook(RuleBook book) {
        this.book = book;
    }

    String text() {
        line("# " + Markdown.escaped(BookWords.title(book)));
        line("");
        line(Markdown.escaped(BookWords.facts(book)));
        line("");
        line(Markdown.escaped(BookWords.HOW_TO_READ));
        for (int i = 0; i < book.entries().size(); i++) {
            entry(i + 1, book.entries().get(i));
        }
        lists();
        signatures();
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void entry(int number, BookEntry entry) {
        line("");
        line("## " + number + ". " + Markdown.escaped(BookWords.sentence(entry)));
        line("");
        line(
                "**"
                        + BookWords.state(entry.row().state())
                        + "** · "
                        + Markdown.escaped(BookWords.origin(entry)));
        if (!entry.row().origin().isBlank()) {
            line("");
            line("> “" + Markdown.escaped(entry.row().origin()) + "”");
        }
        line("");
        line(Markdown.code(entry.row().text()));
        line("");
        line("| Support | |");
        line("|---|---|");
        for (BookFigures.Line figure : BookFigures.of(entry)) {
            line("| " + figure.name() + " | " + Markdown.escaped(figure.value()) + " |");
        }
        if (!entry.family().isEmpty()) {
            line("");
            line(Markdown.escaped(BookWords.family(entry)));
        }
        pairs("Pairs that it decides as an expert chose", entry.right());
        pairs("Pairs that it decides against an expert’s choice", entry.wrong());
        if (!entry.lists().isEmpty()) {
            line("");
            line(Markdown.escaped(BookWords.uses(entry)));
        }
        history(entry.history());
    }

    private void pairs(String title, List<Decided> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        for (Decided pair : pairs) {
            line("- “" + Markdown.escaped(pair.prompt()) + "”");
            line("  - for: " + Markdown.escaped(pair.better()));
            line("  - against: " + Markdown.escaped(pair.worse()));
            line("  - " + Markdown.escaped(BookWords.chosenBy(pair)));
        }
    }

    private void history(List<Revision> history) {
        line("");
        line("### History");
        line("");
        line("| When | Who | What | Rule |");
        line("|---|---|---|---|");
        for (Revision revision : history) {
            line(
                    "| "
                            + BookWords.time(revision.at())
                            + " | "
                            + Markdown.escaped(revision.author())
                            + " | "
                            + revision.what()
                            + " | "
                            + Markdown.escaped(revision.text())
                            + " |");
        }
    }

    private void lists() {
        if (book.lists().isEmpty()) {
            return;
        }
        line("");
        line("## Word lists used");
        line("");
        line("| List | Words |");
        line("|---|---|");
        for (Map.Entry<String, List<String>> list : book.lists().entrySet()) {
            line(
                    "| "
                            + Markdown.escaped("@" + list.getKey())
                            + " | "
                            + Markdown.escaped(BookWords.entries(list.getValue()))
                            + " |");
        }
    }

    private void signatures() {
        line("");
        line("## Signed");
        line("");
        line(BookWords.SIGNED);
        line("");
        line("| Name | Role | Date | Signature |");
        line("|---|---|---|---|");
        for (int i = 0; i < BookWords.SIGNATURES; i++) {
            line("| | | | |");
        }
    }
}
