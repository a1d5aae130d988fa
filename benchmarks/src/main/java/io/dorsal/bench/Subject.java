package io.dorsal.bench;

import io.dorsal.bench.report.Report;
import java.util.function.Consumer;

/** Something that can be measured. */
public interface Subject {

    /** What it is called on the command line. */
    String name();

    /**
     * Measures it.
     *
     * @param progress hears what is going on, a line at a time
     */
    Report measure(Effort effort, Consumer<String> progress);
}
