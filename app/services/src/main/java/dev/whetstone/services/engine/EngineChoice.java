package dev.whetstone.services.engine;

import java.util.Map;
import java.util.TreeMap;

/// What was chosen, and what was found when engines were tried.
///
/// @param engine `bundled` or a pack's name
/// @param device `cpu` or `cuda`
/// @param tried by engine: what a good probe found
/// @param failed by engine: why it did not work the last time
public record EngineChoice(
        String engine, String device, Map<String, String> tried, Map<String, String> failed) {
    static final EngineChoice FIRST = new EngineChoice(Engines.BUNDLED, "cpu", Map.of(), Map.of());

    public EngineChoice {
        tried = Map.copyOf(tried);
        failed = Map.copyOf(failed);
    }

    boolean works() {
        return !failed.containsKey(engine);
    }

    EngineChoice chosen(String name, String where) {
        return new EngineChoice(name, where, tried, failed);
    }

    EngineChoice tried(String name, String found) {
        return new EngineChoice(engine, device, with(tried, name, found), without(failed, name));
    }

    EngineChoice failed(String name, String why) {
        return new EngineChoice(engine, device, without(tried, name), with(failed, name, why));
    }

    EngineChoice forgotten(String name) {
        EngineChoice left =
                new EngineChoice(engine, device, without(tried, name), without(failed, name));
        return engine.equals(name) ? left.chosen(FIRST.engine, FIRST.device) : left;
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> map, String key) {
        Map<String, String> changed = new TreeMap<>(map);
        changed.remove(key);
        return changed;
    }
}
