package io.dorsal.kit.http;

/**
 * What is wrong with one field of a request.
 *
 * @param path the field, such as {@code pain.severity}
 * @param message names the field and what it may be; never repeats what was sent
 */
public record FieldProblem(String path, String message) {}
