package dev.whetstone.desktop.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One at a time of each key, and the newest next: what came in between is never run. Without it
/// fast typing would start more work than the machine can do, and the last key would wait for all
/// of it.
final class Lanes {
    /// For each key that is under way, what runs after it.
    private final Map<String, Optional<Runnable>> next = new HashMap<>();

    /// @return the work when it can start now; it waits otherwise, in place of what waited
    synchronized Optional<Runnable> enter(String key, Runnable work) {
        if (next.containsKey(key)) {
            next.put(key, Optional.of(work));
            return Optional.empty();
        }
        next.put(key, Optional.empty());
        return Optional.of(work);
    }

    /// The work of `key` has ended.
    ///
    /// @return what is to start now
    synchronized Optional<Runnable> leave(String key) {
        Optional<Runnable> waiting = next.getOrDefault(key, Optional.empty());
        if (waiting.isPresent()) {
            next.put(key, Optional.empty());
        } else {
            next.remove(key);
        }
        return waiting;
    }
}
