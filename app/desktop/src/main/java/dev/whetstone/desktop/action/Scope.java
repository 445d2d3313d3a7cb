package dev.whetstone.desktop.action;

/// Where an action's key works.
public sealed interface Scope {
    Scope EVERYWHERE = new Everywhere();

    static Scope on(ScreenId screen) {
        return new On(screen);
    }

    default boolean includes(ScreenId current) {
        return switch (this) {
            case Everywhere() -> true;
            case On(ScreenId screen) -> screen == current;
        };
    }

    record Everywhere() implements Scope {}

    record On(ScreenId screen) implements Scope {}
}
