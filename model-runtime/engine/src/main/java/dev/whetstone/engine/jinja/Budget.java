package dev.whetstone.engine.jinja;

/// What one rendering may cost.
final class Budget {
    private static final long STEPS = 5_000_000;
    private static final int DEPTH = 64;
    static final int LONGEST_TEXT = 32 << 20;
    static final int LONGEST_LIST = 1_000_000;

    private long steps;
    private int depth;

    void step() {
        if (++steps > STEPS) {
            throw Failures.limit("more than " + STEPS + " steps");
        }
    }

    void enter() {
        if (++depth > DEPTH) {
            throw Failures.limit("calls nested deeper than " + DEPTH);
        }
    }

    void leave() {
        depth--;
    }

    static void checkLength(long characters) {
        if (characters > LONGEST_TEXT) {
            throw Failures.limit("a text longer than " + LONGEST_TEXT + " characters");
        }
    }

    static void checkItems(long items) {
        if (items > LONGEST_LIST) {
            throw Failures.limit("a list longer than " + LONGEST_LIST);
        }
    }
}
