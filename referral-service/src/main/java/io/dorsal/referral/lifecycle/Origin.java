package io.dorsal.referral.lifecycle;

/**
 * Where an assessment comes from.
 *
 * @param synthetic true for the platform's own test assessments, which no specialist is to see
 */
public record Origin(String clinicId, String networkId, boolean synthetic) {}
