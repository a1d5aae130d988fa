package io.dorsal.system.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the platform: all of a run share one, started when first asked for and stopped at the end. */
public final class RunningDorsal implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Dorsal.class);
    }

    @Override
    public Dorsal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    static Dorsal of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Dorsal.class, key -> Dorsal.start(), Dorsal.class);
    }
}
