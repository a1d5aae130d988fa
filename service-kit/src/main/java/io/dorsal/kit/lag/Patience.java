package io.dorsal.kit.lag;

/**
 * How long bulk yields: from the first look that finds the interactive lane held up until some looks in a row have not.
 * So a lane that is held up on and off does not make bulk stop and go.
 */
final class Patience {

    private static final int QUIET_LOOKS = 3;

    private boolean yields;
    private boolean changed;
    private int quietLooks;

    /** Whether bulk yields after one more look. */
    boolean yieldsAfter(boolean isHeldUp) {
        quietLooks = isHeldUp ? 0 : quietLooks + 1;
        boolean before = yields;
        yields = isHeldUp || (yields && quietLooks < QUIET_LOOKS);
        changed = yields != before;
        return yields;
    }

    /** Whether the last look has changed that. */
    boolean hasChanged() {
        return changed;
    }
}
