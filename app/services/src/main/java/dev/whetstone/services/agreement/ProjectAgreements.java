package dev.whetstone.services.agreement;

import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Scale;
import dev.whetstone.services.agreement.AgreementReport.TwoPeople;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import java.util.stream.IntStream;

/// Agreement over the project's choices.
public final class ProjectAgreements implements Agreements {
    private final Voting voting;

    public ProjectAgreements(Voting voting) {
        this.voting = voting;
    }

    @Override
    public AgreementReport report() {
        Ballot ballot = voting.ballot();
        RatedPairs rated = RatedPairs.of(ballot, IntStream.range(0, ballot.pairs().size()));
        int all = rated.people().isEmpty() ? 0 : Kappa.complete(rated.ratings());
        return new AgreementReport(
                rated.people(),
                rated.pairs(),
                all,
                rated.alpha(Scale.ORDINAL),
                rated.alpha(Scale.NOMINAL),
                rated.estimate(all, Kappa::fleiss),
                rated.estimate(all, Kappa::freeMarginal),
                rated.twos().stream().map(two -> people(rated, two)).toList());
    }

    private static TwoPeople people(RatedPairs rated, RatedPairs.Two two) {
        int a = two.first();
        int b = two.second();
        return new TwoPeople(
                rated.people().get(a),
                rated.people().get(b),
                two.pairs(),
                Kappa.agreement(rated.ratings(), a, b),
                rated.estimate(two.pairs(), of -> Kappa.cohen(of, a, b, Kappa.Weights.EQUAL)),
                rated.estimate(two.pairs(), of -> Kappa.cohen(of, a, b, Kappa.Weights.LINEAR)));
    }
}
