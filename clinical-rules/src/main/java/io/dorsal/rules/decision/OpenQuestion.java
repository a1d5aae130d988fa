package io.dorsal.rules.decision;

/**
 * An unanswered question of which a single answer would raise the urgency.
 *
 * @param path the question's path
 * @param rule the rule that the most dangerous answer would make fire
 * @param couldRaiseTo the urgency then, more urgent than the decision's
 */
public record OpenQuestion(String path, String rule, Urgency couldRaiseTo) {}
