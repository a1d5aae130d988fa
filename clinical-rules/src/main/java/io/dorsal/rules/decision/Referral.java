package io.dorsal.rules.decision;

/** A referral that a decision asks for; the first of a decision is its primary one. */
public record Referral(Queue queue, Urgency urgency, boolean primary) {}
