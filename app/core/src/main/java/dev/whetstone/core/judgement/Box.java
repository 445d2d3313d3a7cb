package dev.whetstone.core.judgement;

/// The box an explanation was typed in; it gives the explanation its polarity.
public enum Box {
    /// "Why is this one better?" (`+`)
    BETTER("better", "+"),
    /// "What is wrong with the other?" (`-`)
    WORSE("worse", "-"),
    /// A free comment (`~`); letters A and B bind to roles through the expert's vote.
    COMMENT("comment", "~");

    private final String wireName;
    private final String sign;

    Box(String wireName, String sign) {
        this.wireName = wireName;
        this.sign = sign;
    }

    public String wireName() {
        return wireName;
    }

    public String sign() {
        return sign;
    }

    /// Reads either spelling: `better`/`worse`/`comment` or `+`/`-`/`~`.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Box fromWireName(String text) {
        for (Box box : values()) {
            if (box.wireName.equals(text) || box.sign.equals(text)) {
                return box;
            }
        }
        throw new IllegalArgumentException("box is better, worse or comment, not \"" + text + "\"");
    }
}
