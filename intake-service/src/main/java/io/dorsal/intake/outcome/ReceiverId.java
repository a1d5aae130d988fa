package io.dorsal.intake.outcome;

/**
 * Which receiver of a clinic: one at another address is another.
 *
 * @param addressHash in place of the address, which may hold a key
 */
public record ReceiverId(String clinicId, String addressHash) {}
