package dev.whetstone.core.judgement;

/// The absolute anchor beside a ranking: is the best response good enough to send?
public enum Acceptable {
    UNSAID,
    YES,
    NO
}
