package dev.whetstone.services.rules.book;

/// Which characters a signed document may hold.
final class Shown {
    private Shown() {}

    /// Not those that no eye sees but that change what is read: controls, unpaired surrogates, and
    /// the marks that turn the direction of writing round.
    static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default ->
                    !(codePoint >= 0x202A && codePoint <= 0x202E)
                            && !(codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }
}
