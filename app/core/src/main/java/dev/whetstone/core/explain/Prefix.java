package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Productions that begin with the same parts, as one node of a tree: what is found of those parts
/// is kept once for all of them.
///
/// @param id a number of its own, below the size of its tree
/// @param complete the productions that need no further part
/// @param next by the category of the next part
record Prefix(int id, List<Production> complete, Map<Category, Prefix> next) {

    /// All productions, from their first parts on.
    ///
    /// @param size how many nodes there are below the root
    record Tree(Map<Category, Prefix> first, int size) {}

    static Tree of(List<Production> productions) {
        Map<Category, Prefix> first = new EnumMap<>(Category.class);
        int size = 0;
        for (Production production : productions) {
            Map<Category, Prefix> at = first;
            Prefix node = null;
            for (Category part : production.parts()) {
                node = at.get(part);
                if (node == null) {
                    node = new Prefix(size, new ArrayList<>(), new EnumMap<>(Category.class));
                    size++;
                    at.put(part, node);
                }
                at = node.next();
            }
            if (node == null) {
                throw new IllegalArgumentException("a production of no parts");
            }
            node.complete().add(production);
        }
        return new Tree(first, size);
    }
}
