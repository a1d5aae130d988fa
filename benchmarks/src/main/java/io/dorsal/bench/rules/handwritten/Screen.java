package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;

/** The emergency screen. */
final class Screen {
    /** What it asks everybody, in its order; the course of a deficit comes after, where there is one. */
    static final int[] ALWAYS = {
        BLADDER, BOWEL_INCONTINENCE, SADDLE_NUMBNESS, WEAKNESS, SENSORY_CHANGE, TRIGGER, FEVER, CANCER
    };

    private Screen() {}
}
