package dev.whetstone.core.explain;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A recorded explanation with the rule or the question that is expected of it.
record ExplanationRow(String id, Box box, String text, String expected) {

    /// The rows of a file beside this class, or of the file that a system property names.
    static List<ExplanationRow> read(String resource, String property) {
        try {
            String replaced = System.getProperty(property, "");
            if (!replaced.isEmpty()) {
                return parse(Files.readString(Path.of(replaced)));
            }
            try (InputStream in = ExplanationRow.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("missing test resource " + resource);
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ExplanationRow> parse(String text) {
        return text.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(c -> new ExplanationRow(c[0], Box.fromWireName(c[1]), c[3], c[4]))
                .toList();
    }

    boolean wantsQuestion() {
        return expected.startsWith("CLARIFY");
    }

    /// Whether the outcome is the expected one; rules are compared by normal form.
    boolean matches(Understanding understanding) throws RuleSyntaxException {
        if (wantsQuestion()) {
            return understanding.outcome() == Understanding.Outcome.QUESTION;
        }
        if (understanding.outcome() != Understanding.Outcome.RULE) {
            return false;
        }
        Rule found = understanding.readings().getFirst().rule();
        return NormalForm.of(found).equals(NormalForm.of(RuleParser.parse(expected)));
    }
}
