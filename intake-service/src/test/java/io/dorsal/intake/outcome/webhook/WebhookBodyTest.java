package io.dorsal.intake.outcome.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.outcome.Outcome;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Receivers are programs of other people: what they read stays as it was published here. */
class WebhookBodyTest {

    private static final UUID ASSESSMENT = UUID.fromString("0199a7a2-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11");
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void aDecisionReadsAsPublished() {
        assertBody(new Outcome.Decided(ASSESSMENT, OTHER, 2, Urgency.URGENT, AT), """
                {"type":"assessment.decided","timestamp":"2026-11-22T03:00:00Z","data":{"clinicId":"north",\
                "assessmentId":"0199a7a2-0000-7000-8000-000000000001","revision":2,\
                "decisionId":"7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11","urgency":"URGENT","state":"TRIAGED"}}""");
    }

    @Test
    void whatIsParkedReadsAsPublished() {
        assertBody(new Outcome.Parked(ASSESSMENT, 0, AT), """
                {"type":"assessment.parked","timestamp":"2026-11-22T03:00:00Z","data":{"clinicId":"north",\
                "assessmentId":"0199a7a2-0000-7000-8000-000000000001","state":"PARKED"}}""");
    }

    @Test
    void theEndOfAReferralReadsAsPublished() {
        assertBody(new Outcome.Referred(ASSESSMENT, OTHER, Outcome.End.RETURNED, Urgency.SOON, AT), """
                {"type":"referral.returned","timestamp":"2026-11-22T03:00:00Z","data":{"clinicId":"north",\
                "assessmentId":"0199a7a2-0000-7000-8000-000000000001",\
                "referralId":"7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11","urgency":"SOON","state":"RETURNED"}}""");
    }

    private static void assertBody(Outcome outcome, String published) {
        assertThat(JsonMapper.shared().writeValueAsString(WebhookBody.of("north", outcome)))
                .isEqualTo(published)
                .hasSizeLessThan(1024);
    }
}
