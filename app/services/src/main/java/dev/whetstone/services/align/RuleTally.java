package dev.whetstone.services.align;

/// Counts how often one rule is kept.
final class RuleTally {
    private final LoopRules.Outcome rule;
    private int kept;
    private int broken;

    RuleTally(LoopRules.Outcome rule) {
        this.rule = rule;
    }

    void add(int sign) {
        kept += sign > 0 ? 1 : 0;
        broken += sign < 0 ? 1 : 0;
    }

    private double share() {
        return kept + broken == 0 ? Double.NaN : (double) kept / (kept + broken);
    }

    RuleReport against(RuleTally before) {
        return new RuleReport(
                rule.rule(),
                rule.text(),
                rule.sentence(),
                rule.weight(),
                kept + broken,
                before.share(),
                share());
    }
}
