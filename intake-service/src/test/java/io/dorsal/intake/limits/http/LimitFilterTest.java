package io.dorsal.intake.limits.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.limits.ClientLimits;
import io.dorsal.intake.limits.LimitSettings;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitFilterTest {

    private final LimitFilter filter = new LimitFilter(
            new ClientLimits(new LimitSettings(1, 1, 1, 1, 1, 1), () -> 1, TimeMeter.SYSTEM_NANOTIME),
            new IntakeMetrics(new SimpleMeterRegistry()));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/assessments, true",
        "PUT, /api/assessments/0d2c6f3e-1111-4111-8111-111111111111, true",
        "POST, /fhir/QuestionnaireResponse, true",
        "POST, /fhir, true",
        "GET, /api/assessments, false",
        "POST, /api/assessments/search, false",
        "POST, /api/assessments/bulk, false",
        "POST, /fhir/Task/_search, false",
        "GET, /fhir/metadata, false",
        "POST, /somewhere/else, false"
    })
    void whatSubmitsCountsAndNothingElse(String method, String path, boolean counts) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);

        assertThat(filter.shouldNotFilter(request)).isEqualTo(!counts);
    }
}
