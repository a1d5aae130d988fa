package io.dorsal.bench.rules;

/**
 * What one decision takes.
 *
 * @param bytes allocated
 */
record Measured(double nanoseconds, double bytes) {}
