package io.dorsal.rules.json;

/**
 * What is wrong with one field. The message names what is allowed, and never repeats what was given.
 *
 * @param path the field, e.g. {@code neuro.bladder}
 */
public record FieldProblem(String path, String message) {}
