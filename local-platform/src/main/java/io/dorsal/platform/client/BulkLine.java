package io.dorsal.platform.client;

/**
 * A line of a file, as it is uploaded.
 *
 * @param number its place in the file, from 1
 * @param text a line without its end
 */
record BulkLine(int number, String text) {}
