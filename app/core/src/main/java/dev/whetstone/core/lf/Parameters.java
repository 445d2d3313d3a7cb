package dev.whetstone.core.lf;

import java.util.Set;

/// The parameters that the catalogue's functions share.
final class Parameters {
    static final Parameter TEXT = new Parameter("text", Set.of(Type.TEXT));
    static final Parameter OTHER_TEXT = new Parameter("other text", Set.of(Type.TEXT));
    static final Parameter BASE = new Parameter("base text", Set.of(Type.TEXT));
    static final Parameter TEXTS = new Parameter("text", Set.of(Type.TEXT, Type.TEXT_LIST));
    static final Parameter LIST = new Parameter("list", Set.of(Type.TEXT_LIST));
    static final Parameter PATTERN = new Parameter("pattern", Set.of(Type.PATTERN));
    static final Parameter SECOND_PATTERN = new Parameter("pattern", Set.of(Type.PATTERN));
    static final Parameter MORE_PATTERNS = new Parameter("pattern", Set.of(Type.PATTERN));
    static final Parameter DOMAINS = new Parameter("domains", Set.of(Type.PATTERN));
    static final Parameter UNIT = new Parameter("unit", Set.of(Type.UNIT));
    static final Parameter COUNT = new Parameter("n", Set.of(Type.COUNT));
    static final Parameter TONE = new Parameter("tone", Set.of(Type.TONE));
    static final Parameter COUNTED = new Parameter("what is counted", Set.of(Type.COUNTED));
    static final Parameter REQUEST = new Parameter("request", Set.of(Type.REQUEST));
    static final Parameter INSTRUCTION = new Parameter("instruction", Set.of(Type.INSTRUCTION));
    static final Parameter VALUES = new Parameter("value", Set.of(Type.NUM, Type.PATTERN));
    static final Parameter DETECTOR = new Parameter("detector", Set.of(Type.DETECTOR));
    static final Parameter BODY = new Parameter("condition on it", Set.of(Type.BOOL));

    private Parameters() {}
}
