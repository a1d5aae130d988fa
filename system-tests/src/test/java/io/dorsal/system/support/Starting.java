package io.dorsal.system.support;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A platform that starts takes the whole machine: one does at a time, so that each is as quick as it is alone. */
final class Starting {

    private static final ReentrantLock ONE = new ReentrantLock();

    private Starting() {}

    static <T> T alone(Supplier<T> start) {
        ONE.lock();
        try {
            return start.get();
        } finally {
            ONE.unlock();
        }
    }
}
