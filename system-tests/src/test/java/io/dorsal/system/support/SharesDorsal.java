package io.dorsal.system.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test class on the platform of the run, which it has to itself while it runs: some kill services or take the database
 * away. Classes without this one run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningDorsal.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface SharesDorsal {

    /** For classes about promises that are kept within seconds: whatever runs beside them is likely to be done by then. */
    int LATE = Order.DEFAULT + 1;
}
