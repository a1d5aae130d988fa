package io.dorsal.bench.rules;

import io.dorsal.bench.rules.handwritten.HandWritten;
import io.dorsal.bench.rules.peer.Cel;
import io.dorsal.bench.rules.peer.Drools;
import io.dorsal.bench.rules.peer.EasyRules;
import io.dorsal.bench.rules.peer.Evrete;
import io.dorsal.bench.rules.peer.GeneratedJava;

/** Who decides. */
public enum Contender {
    ENGINE("engine, whole decision", false) {
        @Override
        Decider on(Workload workload) {
            return new Engine.WholeDecision(workload.ruleset(), workload.assessments());
        }
    },
    ENGINE_FINDINGS("engine, findings", false) {
        @Override
        Decider on(Workload workload) {
            return new Engine.Findings(workload.ruleset(), workload.assessments());
        }
    },
    HAND_WRITTEN("by hand, whole decision", true) {
        @Override
        Decider on(Workload workload) {
            return new HandWritten.WholeDecision(workload.ruleset(), workload.assessments());
        }
    },
    HAND_WRITTEN_FINDINGS("by hand, findings", true) {
        @Override
        Decider on(Workload workload) {
            return new HandWritten.Findings(workload.ruleset(), workload.assessments());
        }
    },
    HAND_WRITTEN_RULES("by hand, rules alone", true) {
        @Override
        Decider on(Workload workload) {
            return new HandWritten.RulesOnly(workload.ruleset(), workload.assessments());
        }
    },
    GENERATED_JAVA("generated Java, rules alone", false) {
        @Override
        Decider on(Workload workload) {
            return new GeneratedJava(workload.rulebook(), workload.assessments());
        }
    },
    DROOLS_STATELESS("Drools, stateless session", false) {
        @Override
        Decider on(Workload workload) {
            return Drools.stateless(workload.rulebook(), workload.assessments());
        }
    },
    DROOLS_POOLED("Drools, session of a pool", false) {
        @Override
        Decider on(Workload workload) {
            return Drools.pooled(workload.rulebook(), workload.assessments());
        }
    },
    EVRETE("Evrete", false) {
        @Override
        Decider on(Workload workload) {
            return new Evrete(workload.rulebook(), workload.assessments());
        }
    },
    EASY_RULES("Easy Rules", false) {
        @Override
        Decider on(Workload workload) {
            return new EasyRules(workload.rulebook(), workload.assessments());
        }
    },
    CEL("CEL", false) {
        @Override
        Decider on(Workload workload) {
            return new Cel(workload.rulebook(), workload.assessments());
        }
    };

    private final String title;
    private final boolean onlyActiveRules;

    Contender(String title, boolean onlyActiveRules) {
        this.title = title;
        this.onlyActiveRules = onlyActiveRules;
    }

    /** Makes everything ready that can be made ready before the first assessment. */
    abstract Decider on(Workload workload);

    /** What people call it. */
    String title() {
        return title;
    }

    /** Whether it knows the active ruleset alone. */
    boolean onlyActiveRules() {
        return onlyActiveRules;
    }
}
