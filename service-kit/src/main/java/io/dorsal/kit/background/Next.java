package io.dorsal.kit.background;

import java.time.Duration;

/** When the next round of a {@link BackgroundLoop} is due. */
public sealed interface Next {

    /** After a pause, which {@link BackgroundLoop#wake} ends early. */
    record After(Duration pause) implements Next {}

    /** Never: the work is done. */
    record Never() implements Next {}

    /** The next round after a pause, or as soon as the loop is woken. */
    static Next after(Duration pause) {
        return new After(pause);
    }

    /** The next round at once: there is more to do. */
    static Next atOnce() {
        return new After(Duration.ZERO);
    }

    /** No further round. */
    static Next never() {
        return new Never();
    }
}
