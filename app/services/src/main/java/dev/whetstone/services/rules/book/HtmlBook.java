package dev.whetstone.services.rules.book;

import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Revision;
import dev.whetstone.services.rules.RuleState;
import java.util.List;
import java.util.Map;

/// A rule book as one HTML file that needs nothing else, for the screen and for paper.
final class HtmlBook {
    private static final String STYLE =
            """
            body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:#1f2328;\
            max-width:54rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.7rem;margin:0}h2{font-size:1.15rem;margin:0 0 .3rem}
            h3{font-size:.85rem;margin:1rem 0 .3rem;color:#59636e}
            .quiet{color:#59636e}.small{font-size:.87rem}
            section{border-top:1px solid #d1d9e0;padding:1.2rem 0;break-inside:avoid-page}
            code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.87rem}
            pre{white-space:pre-wrap;background:#f6f8fa;padding:.6rem .8rem;margin:.5rem 0}
            table{border-collapse:collapse;font-size:.87rem;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.25rem .9rem .25rem 0;\
            border-bottom:1px solid #eaeef2;overflow-wrap:anywhere}
            th{font-weight:600;white-space:nowrap}
            .state{display:inline-block;border:1px solid #d1d9e0;border-radius:4px;\
            padding:0 .4rem;font-size:.8rem;margin-left:.5rem;font-weight:400}
            .active{color:#1a7f37;border-color:#1a7f37}
            blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #d1d9e0}
            .pair{margin:.4rem 0;overflow-wrap:anywhere}
            .sign td{height:3.2rem;border-bottom:1px solid #1f2328;vertical-align:bottom}
            @media print{body{max-width:none;margin:0;font-size:10.5pt}\
            section{break-inside:auto}h2,h3{break-after:avoid}.pair,tr{break-inside:avoid}}
            """;

    private final RuleBook book;
    private final Html html = new Html();

    HtmlBook(RuleBook book) {
        this.book = book;
    }

    String text() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .raw(" style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .element("title", "", BookWords.title(book))
                .raw("<style>\n" + STYLE + "</style></head><body>\n<header>\n")
                .element("h1", "", BookWords.title(book))
                .element("p", "quiet", BookWords.facts(book))
                .element("p", "", BookWords.HOW_TO_READ)
                .raw("</header>\n");
        for (int i = 0; i < book.entries().size(); i++) {
            entry(i + 1, book.entries().get(i));
        }
        lists();
        signatures();
        return html.raw("</body></html>\n").toString();
    }

    private void entry(int number, BookEntry entry) {
        boolean active = entry.row().state() == RuleState.ACTIVE;
        html.raw("<section>\n<h2>")
                .raw(Html.escaped(number + ". " + BookWords.sentence(entry)))
                .raw("<span class=\"state" + (active ? " active" : "") + "\">")
                .raw(Html.escaped(BookWords.state(entry.row().state())))
                .raw("</span></h2>\n")
                .element("p", "quiet small", BookWords.origin(entry));
        if (!entry.row().origin().isBlank()) {
            html.element("blockquote", "", "“" + entry.row().origin() + "”");
        }
        html.element("pre", "", entry.row().text()).element("h3", "", "Support").raw("<table>\n");
        for (BookFigures.Line line : BookFigures.of(entry)) {
            html.raw("<tr>")
                    .element("th", "", line.name())
                    .element("td", "", line.value())
                    .raw("</tr>\n");
        }
        html.raw("</table>\n");
        if (!entry.family().isEmpty()) {
            html.element("p", "small", BookWords.family(entry));
        }
        pairs("Pairs that it decides as an expert chose", entry.right());
        pairs("Pairs that it decides against an expert’s choice", entry.wrong());
        if (!entry.lists().isEmpty()) {
            html.element("p", "small", BookWords.uses(entry));
        }
        history(entry.history());
        html.raw("</section>\n");
    }

    private void pairs(String title, List<Decided> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        html.element("h3", "", title);
        for (Decided pair : pairs) {
            html.raw("<div class=\"pair small\">\n")
                    .element("div", "quiet", "“" + pair.prompt() + "”")
                    .element("div", "", "for: " + pair.better())
                    .element("div", "", "against: " + pair.worse())
                    .element("div", "quiet", BookWords.chosenBy(pair))
                    .raw("</div>\n");
        }
    }

    private void history(List<Revision> history) {
        html.element("h3", "", "History").raw("<table>\n");
        for (Revision revision : history) {
            html.raw("<tr>")
                    .element("td", "", BookWords.time(revision.at()))
                    .element("td", "", revision.author())
                    .element("td", "", revision.what())
                    .raw("<td><code>")
                    .raw(Html.escaped(revision.text()))
                    .raw("</code></td></tr>\n");
        }
        html.raw("</table>\n");
    }

    private void lists() {
        if (book.lists().isEmpty()) {
            return;
        }
        html.raw("<section>\n").element("h2", "", "Word lists used").raw("<table>\n");
        for (Map.Entry<String, List<String>> list : book.lists().entrySet()) {
            html.raw("<tr>")
                    .element("th", "", "@" + list.getKey())
                    .element("td", "", BookWords.entries(list.getValue()))
                    .raw("</tr>\n");
        }
        html.raw("</table></section>\n");
    }

    private void signatures() {
        html.raw("<section>\n")
                .element("h2", "", "Signed")
                .element("p", "small", BookWords.SIGNED)
                .raw("<table class=\"sign\">\n");
        for (int i = 0; i < BookWords.SIGNATURES; i++) {
            html.raw("<tr><td>Name</td><td>Role</td><td>Date</td><td>Signature</td></tr>\n");
        }
        html.raw("</table></section>\n");
    }
}
