package io.dorsal.platform;

import java.time.Duration;

/** Hears how a start goes. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void ready(String part, Duration took) {}

        @Override
        public void note(String text) {}
    };

    void ready(String part, Duration took);

    void note(String text);
}
