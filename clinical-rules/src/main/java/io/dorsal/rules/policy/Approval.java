package io.dorsal.rules.policy;

/**
 * Why a network departs from the ruleset, and who answers for it.
 *
 * @param why the reason, in words
 * @param approvedBy who approved it
 */
public record Approval(String why, String approvedBy) {}
