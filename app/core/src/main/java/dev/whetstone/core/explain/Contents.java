package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Scope;
import java.util.List;

/// What most productions say of the things at one of their parts: that the reply has them, lacks
/// them, or ought to; as a predicate, or as a clause about the reply.
final class Contents {
    private Contents() {}

    static Production.Combine present(int at) {
        return from(at, Things.class, t -> Grammar.asserted(Terms.present(t, Scope.RESPONSE)));
    }

    static Production.Combine absent(int at) {
        return from(at, Things.class, t -> Grammar.asserted(Terms.absent(t, Scope.RESPONSE)));
    }

    static Production.Combine wished(int at) {
        return from(at, Things.class, t -> List.of(new Wish(Terms.present(t, Scope.RESPONSE))));
    }

    static Production.Combine saidPresent(int at) {
        return from(
                at,
                Things.class,
                t -> ClauseRules.said(Role.IT, Test.neutral(Terms.present(t, Scope.RESPONSE))));
    }

    static Production.Combine saidAbsent(int at) {
        return from(
                at,
                Things.class,
                t -> ClauseRules.said(Role.IT, Test.neutral(Terms.absent(t, Scope.RESPONSE))));
    }

    static Production.Combine saidWished(int at) {
        return from(
                at,
                Things.class,
                t -> ClauseRules.said(Role.IT, new Wish(Terms.present(t, Scope.RESPONSE))));
    }

    static Production.Combine saidUnwanted(int at) {
        return from(
                at,
                Things.class,
                t -> ClauseRules.said(Role.IT, new Wish(Terms.absent(t, Scope.RESPONSE))));
    }
}
