package dev.whetstone.core.lf;

import java.util.Set;

/// A labeling function: a typed, side-free statement about which of two responses is better.
public sealed interface Rule {

    /// `good(X) when C` or `bad(X) when C`: votes where exactly one of the two meets C.
    record Judge(Verdict verdict, Bool when) implements Rule {
        public Judge {
            Arg.require(when, Type.BOOL);
            Scopes.check(when, Set.of(Scope.PROMPT, Scope.RESPONSE, Scope.SOURCE));
            Scopes.requireResponse(when);
        }
    }

    /// `prefer lower f by m when C`: votes for the smaller (larger) measure.
    record Prefer(Direction direction, Num measure, Margin margin, Gate gate) implements Rule {
        public Prefer {
            Arg.require(measure, Type.NUM);
            Scopes.check(measure, Set.of(Scope.PROMPT, Scope.RESPONSE, Scope.SOURCE));
            Scopes.requireResponse(measure);
            if (gate instanceof Gate.When(Bool condition)) {
                Scopes.check(condition, Set.of(Scope.PROMPT, Scope.RESPONSE, Scope.SOURCE));
            }
        }
    }

    /// `prefer X over Y when C`: votes for X where C holds, and does not with the roles exchanged.
    record Over(Bool when) implements Rule {
        public Over {
            Arg.require(when, Type.BOOL);
            Scopes.check(when, Set.of(Scope.PROMPT, Scope.RESPONSE, Scope.OTHER, Scope.SOURCE));
            Scopes.requireResponse(when);
        }
    }
}
