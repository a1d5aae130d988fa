package io.dorsal.kit.messaging;

/** Reacts to a tombstone: what stands under this key is to be erased. Idempotent, like {@link BatchProcessor}. */
@FunctionalInterface
public interface ErasureProcessor {

    /** Erases what is kept under the key. */
    void erase(String key);
}
