package io.dorsal.referral.routing.jdbc;

import io.dorsal.referral.lifecycle.ReferralRequest;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, as the column holds it. */
final class AskedJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader REQUESTS = JSON.readerFor(new TypeReference<List<ReferralRequest>>() {})
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private AskedJson() {}

    static String write(List<ReferralRequest> asked) {
        return JSON.writeValueAsString(asked);
    }

    static List<ReferralRequest> read(String json) {
        return REQUESTS.readValue(json);
    }
}
