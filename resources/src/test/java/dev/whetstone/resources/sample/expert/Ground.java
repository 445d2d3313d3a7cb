package dev.whetstone.resources.sample.expert;

import dev.whetstone.resources.sample.wish.WishVerdict;
import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.Trait;

/// What a pair must show so that the expert may say something of it.
enum Ground {
    LIST_MISSING("listMissing") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.asks(Trait.ASKS_FOR_LIST)
                    && w.has(Attribute.STEPS_LIST)
                    && w.response().contains("\n- ")
                    && !l.has(Attribute.STEPS_LIST);
        }
    },
    LIST_THERE("listThere") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return LIST_MISSING.shows(w, l);
        }
    },
    PROMISE("promise") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.has(Attribute.COVERAGE_PROMISE) && l.has(Attribute.COVERAGE_PROMISE);
        }
    },
    NO_PROMISE("noPromise") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return PROMISE.shows(w, l);
        }
    },
    NO_REFERENCE("noReference") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.citesRightly() && !l.has(Attribute.REFERENCE);
        }
    },
    REFERENCE_THERE("referenceThere") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return NO_REFERENCE.shows(w, l);
        }
    },
    WRONG_REFERENCE("wrongReference") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.citesRightly() && l.has(Attribute.WRONG_REFERENCE);
        }
    },
    NO_APOLOGY("noApology") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.asks(Trait.UPSET) && w.has(Attribute.APOLOGY) && !l.has(Attribute.APOLOGY);
        }
    },
    APOLOGY("apology") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return NO_APOLOGY.shows(w, l);
        }
    },
    NO_EMPATHY("noEmpathy") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.asks(Trait.UPSET)
                    && w.has(Attribute.EMPATHY)
                    && !l.has(Attribute.EMPATHY)
                    && !l.has(Attribute.APOLOGY);
        }
    },
    EMPATHY("empathy") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return NO_EMPATHY.shows(w, l);
        }
    },
    RUDE("rude") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.has(Attribute.RUDE) && l.has(Attribute.RUDE);
        }
    },
    BLAME("blame") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.has(Attribute.BLAME) && l.has(Attribute.BLAME);
        }
    },
    TOO_LONG("tooLong") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.words() <= 45 && l.words() > 65;
        }
    },
    SHORTER("shorter") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.words() + 15 <= l.words() && w.words() <= 50;
        }
    },
    CREDENTIALS("credentials") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.has(Attribute.ASKS_CREDENTIALS) && l.response().contains("password");
        }
    },
    UNFINISHED("unfinished") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.has(Attribute.UNFINISHED) && l.has(Attribute.UNFINISHED);
        }
    },
    EXCLAIMS("exclaims") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.count('!') == 0 && l.count('!') >= 3;
        }
    },
    /// A slip: the other one does give the right reference, the expert overlooked it.
    NOT_TRUE_REFERENCE("notTrueReference") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.citesRightly() && l.citesRightly();
        }
    },
    /// A slip: no list was asked for, and neither has one.
    NOT_TRUE_LIST("notTrueList") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return !w.asks(Trait.ASKS_FOR_LIST)
                    && !w.has(Attribute.STEPS_LIST)
                    && !l.has(Attribute.STEPS_LIST);
        }
    },
    VAGUE("vague") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return true;
        }
    },
    STORY("story") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return true;
        }
    },
    TIE("tie") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return w.verdict().met().equals(l.verdict().met()) && satisfaction(w) > 0;
        }

        @Override
        boolean ranks() {
            return false;
        }
    },
    BOTH_BAD("bothBad") {
        @Override
        boolean shows(Candidate w, Candidate l) {
            return satisfaction(w) < .4
                    && satisfaction(l) < .4
                    && w.has(Attribute.COVERAGE_PROMISE)
                    && l.has(Attribute.COVERAGE_PROMISE);
        }

        @Override
        boolean ranks() {
            return false;
        }
    };

    private final String key;

    Ground(String key) {
        this.key = key;
    }

    /// Whether the pair shows it, `w` being the better response.
    abstract boolean shows(Candidate w, Candidate l);

    /// Whether the expert prefers one of the two.
    boolean ranks() {
        return true;
    }

    static Ground of(String key) {
        for (Ground ground : values()) {
            if (ground.key.equals(key)) {
                return ground;
            }
        }
        throw new IllegalArgumentException("there is no ground " + key);
    }

    private static double satisfaction(Candidate candidate) {
        WishVerdict verdict = candidate.verdict();
        return verdict.satisfaction();
    }
}
