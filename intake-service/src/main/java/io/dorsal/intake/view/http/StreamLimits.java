package io.dorsal.intake.view.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many streams may be open at an instance.
 *
 * @param most in all
 * @param mostPerClinic of one clinic
 */
@ConfigurationProperties("intake.streams")
record StreamLimits(
        @DefaultValue("500") int most, @DefaultValue("50") int mostPerClinic) {}
