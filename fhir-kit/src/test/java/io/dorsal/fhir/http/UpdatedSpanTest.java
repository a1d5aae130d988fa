package io.dorsal.fhir.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.http.ProblemException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Times of the last update, as searches have them. */
class UpdatedSpanTest {

    private static final String LAST = "9999-12-31T23:59:59Z";

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-02, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "eq2026-02-28, 2026-02-28T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-02-28T10:00Z, 2026-02-28T10:00:00Z, 2026-02-28T10:01:00Z",
        "2026-02-28T10:00:00+01:00, 2026-02-28T09:00:00Z, 2026-02-28T09:00:01Z",
        "2026-02-28T10:00:00 01:00, 2026-02-28T09:00:00Z, 2026-02-28T09:00:01Z",
        "2026-02-28T10:00:00.123Z, 2026-02-28T10:00:00.123Z, 2026-02-28T10:00:00.124Z",
        "ge2026-02-28T10:00:00.123Z, 2026-02-28T10:00:00.123Z, " + LAST,
        "gt2026-02-28T10:00:00.123Z, 2026-02-28T10:00:00.124Z, " + LAST,
        "gt2026, 2027-01-01T00:00:00Z, " + LAST,
        "lt2026-02-28, 1970-01-01T00:00:00Z, 2026-02-28T00:00:00Z",
        "le2026-02-28, 1970-01-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "ge9999, 9999-01-01T00:00:00Z, " + LAST,
        "ge0001, 1970-01-01T00:00:00Z, " + LAST
    })
    void aTimeIsAsLongAsItIsPrecise(String text, Instant from, Instant before) {
        assertThat(UpdatedSpan.read(text)).isEqualTo(new UpdatedSpan(from, before));
    }

    @Test
    void twoTimesAreTheEndsOfOneSpan() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addParameter("_lastUpdated", "ge2026-02-01", "lt2026-03-01");

        assertThat(UpdatedSpan.of(SearchParameters.ofQuery(request, Set.of("_lastUpdated"))))
                .isEqualTo(
                        new UpdatedSpan(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "ne2026",
                "GE2026",
                "2026-13",
                "2026-02-30",
                "2026-02-28T10:00:00",
                "2026-02-28T10",
                "2026-01-01,2026-02-01",
                "ge",
                "20260",
                "2026-",
                "-2026"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> UpdatedSpan.read(text)).isInstanceOf(ProblemException.class);
    }
}
