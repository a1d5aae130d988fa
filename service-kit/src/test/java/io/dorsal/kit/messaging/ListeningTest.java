package io.dorsal.kit.messaging;

import io.dorsal.testsupport.platform.PlatformInitializer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Starts a service that listens to patient references; all tests of listening share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ListeningIT.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "spring.cloud.function.definition=patients",
            "spring.cloud.stream.bindings.patients-in-0.destination=intake.patients.v1",
            "spring.cloud.stream.bindings.patients-in-0.group=intake-service",
            "spring.kafka.producer.properties.max.block.ms=1000",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ContextConfiguration(initializers = PlatformInitializer.class)
@interface ListeningTest {}
