package io.dorsal.intake.view;

/**
 * Where an assessment came from; never changes.
 *
 * @param synthetic true for the platform's own test assessments
 */
public record Origin(String clinicId, String networkId, boolean synthetic) {}
