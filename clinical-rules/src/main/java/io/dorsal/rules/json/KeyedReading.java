package io.dorsal.rules.json;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading an assessment that comes with the key of its sender.
 *
 * @param key as it was given, whatever it is; null where none was
 */
public record KeyedReading(@Nullable String key, Reading reading) {}
