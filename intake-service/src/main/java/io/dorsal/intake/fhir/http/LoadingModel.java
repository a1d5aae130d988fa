package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.IntakeQuestionnaire;
import io.dorsal.kit.background.BackgroundLoop.Round;
import io.dorsal.kit.background.Next;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.time.Duration;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Loads what FHIR needs a while after the start, so that neither the start nor the first caller waits for it. */
final class LoadingModel implements Round {

    private final FhirModel model;
    private final Vocabulary vocabulary;
    private final Duration after;
    private boolean begun;

    LoadingModel(FhirModel model, Vocabulary vocabulary, Duration after) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.after = after;
    }

    @Override
    public Next run() {
        if (!begun) {
            begun = true;
            return Next.after(after);
        }
        for (FhirFormat format : FhirFormat.values()) {
            model.write(IntakeQuestionnaire.of(vocabulary), format);
            model.write(new QuestionnaireResponse(), format).ifPresent(text -> model.parse(text, format));
        }
        return Next.never();
    }
}
