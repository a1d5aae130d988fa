package io.dorsal.notification.reading.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Hold;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert in a list or a stream. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertItem(
        UUID alertId,
        @Nullable UUID assessmentId,
        @Nullable String clinicId,
        String kind,
        String urgency,
        String headline,
        List<String> rules,
        String state,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        int round,
        int step,
        @Nullable Instant nextAt,
        long version) {

    static AlertItem of(Alert alert) {
        AssessmentId assessment = alert.assessment();
        return new AlertItem(
                alert.id().value(),
                assessment == null ? null : assessment.value(),
                alert.origin().clinicId().isEmpty() ? null : alert.origin().clinicId(),
                alert.cause().kind().name(),
                alert.cause().urgency().name(),
                alert.cause().headline(),
                alert.cause().rules(),
                alert.state().name().name(),
                alert.raisedAt(),
                alert.hold().map(Hold::by).orElse(null),
                alert.turn().round(),
                alert.turn().step(),
                alert.nextAt().orElse(null),
                alert.version());
    }
}
