package io.dorsal.notification.reading.http;

/**
 * Where a stream begins.
 *
 * @param after the number of the last change that the client has
 * @param reset true if the client asked for another place, which is not in the log
 */
record StreamStart(long after, boolean reset) {

    /** Where the client wants to begin, or at the end of a log that is shorter than the client believes. */
    static StreamStart of(long wanted, long latest) {
        return wanted <= latest ? new StreamStart(wanted, false) : new StreamStart(latest, true);
    }
}
