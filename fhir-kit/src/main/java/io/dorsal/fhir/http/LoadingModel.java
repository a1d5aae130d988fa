package io.dorsal.fhir.http;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.BackgroundLoop.Round;
import io.dorsal.kit.background.Next;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.ApplicationEventPublisher;

/** Loads what FHIR needs a while after the start, so that neither the start nor the first caller waits for it. */
public final class LoadingModel implements Round {

    private final FhirModel model;
    private final Supplier<List<? extends Resource>> resources;
    private final Duration after;
    private boolean begun;

    private LoadingModel(FhirModel model, Supplier<List<? extends Resource>> resources, Duration after) {
        this.model = model;
        this.resources = resources;
        this.after = after;
    }

    /**
     * The loop that does so.
     *
     * @param resources some of each type that the service reads or writes
     */
    public static BackgroundLoop loop(
            FhirModel model,
            Supplier<List<? extends Resource>> resources,
            Duration after,
            ApplicationEventPublisher events) {
        return new BackgroundLoop("loading-fhir", events, new LoadingModel(model, resources, after));
    }

    @Override
    public Next run() {
        if (!begun) {
            begun = true;
            return Next.after(after);
        }
        for (FhirFormat format : FhirFormat.values()) {
            resources
                    .get()
                    .forEach(resource -> model.write(resource, format).ifPresent(text -> model.parse(text, format)));
        }
        return Next.never();
    }
}
