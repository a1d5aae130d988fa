package io.dorsal.rules.ruleset;

import io.dorsal.rules.vocabulary.Question;

/** A question of the emergency screen, which belongs to it only where the condition is met. */
public record ScreenQuestion(Question question, Condition when) {}
