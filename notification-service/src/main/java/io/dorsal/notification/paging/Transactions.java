package io.dorsal.notification.paging;

import java.util.function.Supplier;

/** Runs work so that it has its effect wholly or not at all. */
@FunctionalInterface
public interface Transactions {

    <T> T run(Supplier<T> work);
}
