package io.dorsal.rules.decision;

import io.dorsal.rules.vocabulary.AnswerValue;
import org.jspecify.annotations.Nullable;

/**
 * An answer that made a rule fire.
 *
 * @param path the question's path
 * @param value the answer; null where it counts that the question was not answered
 */
public record Because(String path, @Nullable AnswerValue value) {}
