package dev.whetstone.core.explain;

/// A smallest constituent over words `from` (inclusive) to `to` (exclusive).
record Leaf(int from, int to, Item item) {}
