package dev.whetstone.resources.sample.grammar;

import java.util.List;

/// A piece of a template.
sealed interface Part {
    /// Words as they stand.
    record Words(String text) implements Part {}

    /// `{name}`: a bound value or an expansion of the section of that name; `{Name}` the same
    /// with a capital first letter.
    record Slot(String name) implements Part {
        boolean capitalised() {
            return Character.isUpperCase(name.charAt(0));
        }

        String key() {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    /// `(a|b)`: one of several, each as likely as the others.
    record Choice(List<List<Part>> options) implements Part {
        public Choice {
            options = options.stream().map(List::copyOf).toList();
        }
    }
}
