package io.dorsal.kit.messaging;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a failure happened, without the texts of its exceptions: those may quote what a patient answered. */
public final class FailureTrace {

    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private FailureTrace() {}

    /** Types and frames of a failure and its causes, on one line. */
    public static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(FailureTrace::describe)
                .collect(Collectors.joining(" caused by "));
    }

    private static String describe(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", failure.getClass().getName() + " [", "]"));
    }
}
