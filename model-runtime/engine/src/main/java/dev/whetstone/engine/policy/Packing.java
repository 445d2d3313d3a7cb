package dev.whetstone.engine.policy;

/// How a decoder's weights lie in memory.
enum Packing {
    /// Row by row.
    PLAIN,
    /// As linear layers read them fastest; nothing else can read them.
    PACKED
}
