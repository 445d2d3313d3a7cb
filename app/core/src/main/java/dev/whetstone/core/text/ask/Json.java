package dev.whetstone.core.text.ask;

import dev.whetstone.core.text.Chars;

/// Checks RFC 8259's grammar without building values.
public final class Json {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// Whether the whole text, or the one code fence that it consists of, is a JSON object or array.
    public static boolean isJson(String text) {
        String body = text.strip();
        if (body.startsWith("```") && body.endsWith("```") && body.indexOf('\n') > 0) {
            body = body.substring(body.indexOf('\n') + 1, body.length() - 3).strip();
        }
        if (body.isEmpty() || (body.charAt(0) != '{' && body.charAt(0) != '[')) {
            return false;
        }
        Json json = new Json(body);
        return json.value(0) && json.at == body.length();
    }

    private boolean value(int depth) {
        blanks();
        if (at >= text.length() || depth > DEEPEST) {
            return false;
        }
        boolean read =
                switch (text.charAt(at)) {
                    case '{' -> members(depth, '}');
                    case '[' -> members(depth, ']');
                    case '"' -> string();
                    case 't' -> word("true");
                    case 'f' -> word("false");
                    case 'n' -> word("null");
                    default -> number();
                };
        blanks();
        return read;
    }

    private boolean members(int depth, char close) {
        at++;
        blanks();
        if (at < text.length() && text.charAt(at) == close) {
            at++;
            return true;
        }
        while (true) {
            if (close == '}') {
                blanks();
                if (at >= text.length() || text.charAt(at) != '"' || !string()) {
                    return false;
                }
                blanks();
                if (at >= text.length() || text.charAt(at++) != ':') {
                    return false;
                }
            }
            if (!value(depth + 1) || at >= text.length()) {
                return false;
            }
            char next = text.charAt(at++);
            if (next == close) {
                return true;
            }
            if (next != ',') {
                return false;
            }
        }
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ') {
                return false;
            }
            if (c == '\\' && !escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            if (at >= text.length() || Character.digit(text.charAt(at++), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean word(String word) {
        boolean here = text.startsWith(word, at);
        at += word.length();
        return here;
    }

    private boolean number() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int whole = at;
        if (!digits() || (text.charAt(whole) == '0' && at > whole + 1)) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            return digits();
        }
        return at > start;
    }

    private boolean digits() {
        int start = at;
        while (at < text.length() && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
