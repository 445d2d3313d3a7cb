package dev.whetstone.engine.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a template.
sealed interface Node {
    record Text(String text) implements Node {}

    record Output(Expr value) implements Node {}

    record If(List<Branch> branches, List<Node> otherwise) implements Node {}

    record Branch(Expr condition, List<Node> body) {}

    record For(
            List<String> targets,
            Expr iterable,
            @Nullable Expr condition,
            List<Node> body,
            List<Node> otherwise)
            implements Node {}

    record Set(List<String> targets, Expr value) implements Node {}

    /// `set ns.name = value`.
    record SetAttribute(String namespace, String name, Expr value) implements Node {}

    /// `set name` ... `endset`, through filters.
    record SetBlock(String target, List<Expr.Filter> filters, List<Node> body) implements Node {}

    record Macro(String name, List<Parameter> parameters, List<Node> body) implements Node {}

    record Parameter(String name, @Nullable Expr otherwise) {}

    /// What the assistant says; its place in the output is recorded.
    record Generation(List<Node> body) implements Node {}

    record Break() implements Node {}

    record Continue() implements Node {}
}
