package dev.whetstone.core.text.ifeval;

/// Python's `isupper` and `islower`: some letter has case, and none has the other one.
final class Letters {
    private Letters() {}

    static boolean areUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints()
                        .noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    static boolean areLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints()
                        .noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }
}
