package io.dorsal.notification.support;

import io.dorsal.testsupport.platform.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.springframework.test.annotation.DirtiesContext;

/** A test class whose service is configured as no other: it is started when all of {@link SharedService} and
 * {@link FaultyService} are done. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@DirtiesContext
@Order(ServiceOfItsOwn.AFTER_ALL_THAT_SHARE_ONE)
public @interface ServiceOfItsOwn {

    int AFTER_ALL_THAT_SHARE_ONE = Order.DEFAULT + 3;

    /** For tests that start services by themselves. */
    int LAST = Order.DEFAULT + 4;
}
