package dev.whetstone.services.rules.book;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.project.Project;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.Rules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;

/// Writes the rule book that a compliance team reads and signs.
public final class RuleBooks {
    private final Project project;
    private final BookMaker maker;
    private final InstantSource clock;

    public RuleBooks(Project project, Rules rules, Families families, InstantSource clock) {
        this.project = project;
        this.maker = new BookMaker(rules, families);
        this.clock = clock;
    }

    /// Writes every rule with its support as one self-contained file: HTML when it ends in `.html`
    /// or `.htm`, Markdown when it ends in `.md`. An older file of that name is replaced, whole.
    /// Counts votes: call in the background.
    ///
    /// @return the rules written
    /// @throws ServiceException `book.format` for another ending, `file.io`
    public int write(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean html = name.endsWith(".html") || name.endsWith(".htm");
        if (!html && !name.endsWith(".md")) {
            throw new ServiceException(
                    "book.format",
                    "A rule book ends in .html or .md, not as “" + file.getFileName() + "” does.",
                    "Name it rules.html or rules.md.");
        }
        RuleBook book = maker.make(project.info(), clock.instant());
        String text = html ? new HtmlBook(book).text() : new MarkdownBook(book).text();
        WholeFile.write(file, out -> out.write(text));
        return book.entries().size();
    }
}
