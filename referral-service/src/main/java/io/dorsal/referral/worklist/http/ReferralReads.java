package io.dorsal.referral.worklist.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.referral.worklist.Worklists;
import io.dorsal.referral.worklist.http.ReferralBody.FindingBody;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a referral as its caller may see it, and what the caller may do with it. */
@Component
class ReferralReads {

    private final Worklists worklists;
    private final LifeCycle lifeCycle;
    private final ClinicDirectory clinics;
    private final Clock clock;
    private final ObjectReader stored;

    ReferralReads(Worklists worklists, LifeCycle lifeCycle, ClinicDirectory clinics, Clock clock, JsonMapper json) {
        this.worklists = worklists;
        this.lifeCycle = lifeCycle;
        this.clinics = clinics;
        this.clock = clock;
        // A newer version, which runs beside this one in an upgrade, may have written more than this one knows.
        this.stored = json.readerFor(Explanation.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    ReferralBody read(ReferralId id, Visibility visibility, HttpServletResponse response) {
        ReferralFile file = worklists.find(id, visibility).orElseThrow(ProblemException::notFound);
        Referral referral = file.referral();
        String phone =
                clinics.find(referral.origin().clinicId()).map(Clinic::phone).orElse(null);
        Explanation explanation = stored.readValue(file.decision());
        Instant now = clock.instant();
        // Set past Spring, which would answer 304 by it: a patient reference comes without a new version.
        response.setHeader(HttpHeaders.ETAG, "\"" + referral.version() + "\"");
        return ReferralBody.of(
                file,
                phone,
                explanation.findings(),
                lifeCycle.available(referral, visibility.partiesOf(referral), now),
                now);
    }

    /** What is shown here of a decision. */
    record Explanation(List<FindingBody> findings) {}
}
