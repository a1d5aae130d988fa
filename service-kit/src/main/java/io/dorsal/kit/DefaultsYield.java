package io.dorsal.kit;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Lets a service's own settings win over {@code dorsal-defaults.yaml}. Spring Boot has it the other way round: what a
 * file imports overrides the file.
 */
final class DefaultsYield implements EnvironmentPostProcessor, Ordered {

    private static final String DEFAULTS = "dorsal-defaults.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        for (PropertySource<?> source : sources.stream().toList()) {
            if (source.getName().contains(DEFAULTS)) {
                sources.remove(source.getName());
                sources.addLast(source);
            }
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
