package dev.whetstone.core.lf;

import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.SafeRegex;
import dev.whetstone.core.text.StructureType;
import java.util.List;

/// What a rule looks for in a text.
public sealed interface Pattern extends Arg
        permits Pattern.Literal,
                Pattern.Regex,
                Pattern.Concept,
                Pattern.AnyOf,
                Pattern.Entity,
                Pattern.Structure,
                Call {
    @Override
    default Type type() {
        return Type.PATTERN;
    }

    /// Words in quotes. `*` stands for 0 to 3 words, a trailing `~` for inflected forms of the last
    /// word; lower case matches any case, mixed case only itself.
    record Literal(String text) implements Pattern {
        private static final int LONGEST = 300;

        public Literal {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new RuleTypeException("words in quotes have 1 to 300 characters");
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new RuleTypeException("words in quotes stand on one line");
            }
        }
    }

    /// An RE2 expression. It is exact in case when it holds an upper-case letter that is not
    /// part of an escape such as `\W`, and ignores case otherwise.
    ///
    /// @param source without the enclosing slashes; `/` needs no escape here
    record Regex(String source) implements Pattern {
        public Regex {
            source = source.replace("\\/", "/");
            SafeRegex.check(source)
                    .ifPresent(
                            problem -> {
                                throw new RuleTypeException(problem);
                            });
        }
    }

    /// A named list of patterns; see [Concepts].
    ///
    /// @param name without the `@`
    record Concept(String name) implements Pattern {
        public Concept {
            Names.check(name, "concept");
        }
    }

    /// `{"a", "b"}`: any of 1 to 200 literals.
    record AnyOf(List<Literal> literals) implements Pattern {
        public AnyOf {
            literals = List.copyOf(literals);
            if (literals.isEmpty() || literals.size() > 200) {
                throw new RuleTypeException("a set holds 1 to 200 words in quotes");
            }
        }
    }

    /// Values of a kind, such as `date`.
    record Entity(EntityType value) implements Pattern {}

    /// Parts of the structure, such as `quotes`.
    record Structure(StructureType value) implements Pattern {}
}
