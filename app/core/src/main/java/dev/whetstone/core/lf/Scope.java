package dev.whetstone.core.lf;

/// The texts that a rule speaks of. A rule never names a side, so that exchanging the two
/// responses cannot change its meaning.
public enum Scope implements TextArg {
    /// The prompt.
    PROMPT("P"),
    /// The response being judged.
    RESPONSE("X"),
    /// The other response; only in `prefer X over Y`.
    OTHER("Y"),
    /// The attached source text; a rule that needs it abstains where none is attached.
    SOURCE("S"),
    /// The current element inside `all(...)` and `some(...)`.
    ITEM("it");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    @Override
    public Type type() {
        return Type.TEXT;
    }
}
