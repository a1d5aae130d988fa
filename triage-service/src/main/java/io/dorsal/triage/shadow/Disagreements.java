package io.dorsal.triage.shadow;

/** Where disagreements are told. */
public interface Disagreements extends AutoCloseable {

    /** Tells of one. On return it is where it should be; an exception says that it may not be. */
    void publish(Disagreement disagreement);

    @Override
    void close();
}
