package io.dorsal.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Starts {@link HttpApplication} on a port of its own, once for all tests that say this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HttpApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "management.server.port=0",
            "management.endpoint.health.group.readiness.include=readinessState"
        })
@ContextConfiguration(initializers = HttpApplication.Identity.class)
public @interface HttpTest {}
