package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.importing.input.Reason;
import java.util.OptionalDouble;

/// The values of a row by name, with the checks that every format needs.
public final class Fields {
    private final ObjectNode values;

    public Fields(ObjectNode values) {
        this.values = values;
    }

    /// Whether there is something: not absent, not null, and not an empty text (as CSV writes what
    /// is absent).
    public boolean has(String name) {
        JsonNode node = values.path(name);
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isTextual() && node.textValue().isEmpty());
    }

    /// A value that must be there.
    public JsonNode required(String name) throws RowRejected {
        JsonNode node = values.path(name);
        if (node.isMissingNode() || node.isNull()) {
            throw new RowRejected(Reason.MISSING, name);
        }
        return node;
    }

    /// A text that must be there and not blank.
    public String text(String name) throws RowRejected {
        return text(required(name), name);
    }

    static String text(JsonNode node, String name) throws RowRejected {
        if (!node.isTextual()) {
            throw new RowRejected(Reason.TYPE, name);
        }
        if (node.textValue().isBlank()) {
            throw new RowRejected(Reason.EMPTY, name);
        }
        return wellFormed(node.textValue(), name);
    }

    /// A text without halves of surrogate pairs, which JSON can escape but UTF-8 cannot hold.
    static String wellFormed(String text, String name) throws RowRejected {
        if (text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            throw new RowRejected(Reason.VALUE, name);
        }
        return text;
    }

    /// A text, or empty when it is absent.
    public String optionalText(String name) throws RowRejected {
        return has(name) ? text(name) : "";
    }

    /// A finite number, also written as a text.
    public OptionalDouble number(String name) throws RowRejected {
        return has(name) ? OptionalDouble.of(number(required(name), name)) : OptionalDouble.empty();
    }

    static double number(JsonNode node, String name) throws RowRejected {
        double number;
        if (node.isNumber()) {
            number = node.doubleValue();
        } else if (node.isTextual()) {
            try {
                number = Double.parseDouble(node.textValue().strip());
            } catch (NumberFormatException e) {
                throw new RowRejected(Reason.TYPE, name);
            }
        } else {
            throw new RowRejected(Reason.TYPE, name);
        }
        if (!Double.isFinite(number)) {
            throw new RowRejected(Reason.VALUE, name);
        }
        return number;
    }

    /// A number in 0..1.
    public OptionalDouble probability(String name) throws RowRejected {
        OptionalDouble p = number(name);
        if (p.isPresent() && (p.getAsDouble() < 0 || p.getAsDouble() > 1)) {
            throw new RowRejected(Reason.VALUE, name);
        }
        return p;
    }
}
