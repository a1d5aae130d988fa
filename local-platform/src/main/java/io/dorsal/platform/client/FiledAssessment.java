package io.dorsal.platform.client;

/**
 * An assessment out of a file.
 *
 * @param label the file, and the id of the case or its place in the file
 * @param json the assessment, as it is submitted
 */
public record FiledAssessment(String label, String json) {}
