package io.dorsal.rules.explanation;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The goals that explaining looks for. */
final class Goals {
    private final Ruleset ruleset;
    private final Choices choices;
    private final int earlierAssessments;

    /** @param earlierAssessments negative: not known */
    Goals(Ruleset ruleset, Choices choices, int earlierAssessments) {
        this.ruleset = ruleset;
        this.choices = choices;
        this.earlierAssessments = earlierAssessments;
    }

    /** A more urgent decision: one more urgent rule is enough. */
    Goal above(Urgency urgency) {
        Requirements requirements = requirements(_ -> true);
        List<Requirement> starts = new ArrayList<>(List.of(Requirement.NONE));
        for (Rule rule : ruleset.rules(RuleTable.Kind.CONDITION)) {
            if (rule.urgency().isMoreUrgentThan(urgency)) {
                starts.addAll(requirements.ofRule(rule.id(), true));
            }
        }
        return new Goal() {
            @Override
            public List<Requirement> starts() {
                return starts;
            }

            @Override
            public boolean isReached(List<Finding> findings) {
                return findings.getFirst().urgency().isMoreUrgentThan(urgency);
            }

            @Override
            public List<Requirement> next(Requirement requirement, List<Finding> findings) {
                Finding first = findings.getFirst();
                return isPathway(first) ? without(List.of(first), requirement, requirements) : List.of();
            }
        };
    }

    /** A less urgent decision: every finding that is not must go, and a less urgent pathway may be taken. */
    Goal below(Urgency urgency) {
        Requirements requirements = requirements(rule -> urgency.isMoreUrgentThan(rule.urgency()));
        List<Rule> below = ruleset.rules(RuleTable.Kind.PATHWAY).stream()
                .filter(rule -> urgency.isMoreUrgentThan(rule.urgency()))
                .toList();
        return new Goal() {
            @Override
            public List<Requirement> starts() {
                return List.of(Requirement.NONE);
            }

            @Override
            public boolean isReached(List<Finding> findings) {
                return urgency.isMoreUrgentThan(findings.getFirst().urgency());
            }

            @Override
            public List<Requirement> next(Requirement requirement, List<Finding> findings) {
                List<Finding> inTheWay = findings.stream()
                        .filter(finding -> !urgency.isMoreUrgentThan(finding.urgency()))
                        .toList();
                List<Requirement> next = new ArrayList<>(without(inTheWay, requirement, requirements));
                if (isPathway(findings.getFirst())) {
                    below.forEach(rule ->
                            next.addAll(Requirements.both(List.of(requirement), requirements.ofRule(rule.id(), true))));
                }
                return next;
            }
        };
    }

    /** A decision by this pathway rule. */
    Goal by(Rule pathway) {
        Requirements requirements = requirements(_ -> false);
        return new Goal() {
            @Override
            public List<Requirement> starts() {
                return requirements.ofRule(pathway.id(), true);
            }

            @Override
            public boolean isReached(List<Finding> findings) {
                return findings.getFirst().rule().equals(pathway.id());
            }

            @Override
            public List<Requirement> next(Requirement requirement, List<Finding> findings) {
                return without(findings, requirement, requirements);
            }
        };
    }

    private Requirements requirements(Predicate<Rule> mayFire) {
        return new Requirements(ruleset, choices, earlierAssessments, mayFire);
    }

    private static List<Requirement> without(
            List<Finding> findings, Requirement requirement, Requirements requirements) {
        List<Requirement> without = List.of(requirement);
        for (Finding finding : findings) {
            without = Requirements.both(without, requirements.ofRule(finding.rule(), false));
        }
        return without;
    }

    private boolean isPathway(Finding finding) {
        return ruleset.rules(RuleTable.Kind.PATHWAY).stream()
                .anyMatch(rule -> rule.id().equals(finding.rule()));
    }
}
