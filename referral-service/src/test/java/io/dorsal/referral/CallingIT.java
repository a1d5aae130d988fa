package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.identity.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class CallingIT {

    private final TokenIssuer tokens = TokenIssuer.shared();

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void connect() {
        api = new HttpApi(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/queues, 200, 200, 200, 403, 403",
        "/api/queues/NEUROSURGERY/referrals, 200, 403, 200, 403, 403",
        "/api/queues/ONCOLOGY/referrals, 404, 403, 200, 403, 403",
        "/api/queues/neurosurgery/referrals, 404, 403, 404, 403, 403"
    })
    void aRoleThatMayNotCallIsRefused(String path, int specialist, int operations, int admin, int clinic, int onCall) {
        assertThat(api.get(path, tokens.specialist("NEUROSURGERY")).status()).isEqualTo(specialist);
        assertThat(api.get(path, tokens.operations()).status()).isEqualTo(operations);
        assertThat(api.get(path, tokens.admin()).status()).isEqualTo(admin);
        assertThat(api.get(path, tokens.clinic("north")).status()).isEqualTo(clinic);
        assertThat(api.get(path, tokens.onCall("oncall", "metro")).status()).isEqualTo(onCall);
        assertThat(api.get(path, null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(value = io.dorsal.events.ReferralState.class, mode = Mode.EXCLUDE, names = "UNRECOGNISED")
    void everyStateOfTheContractMayBeAskedFor(io.dorsal.events.ReferralState state) {
        HttpApi.Answer answer = api.get("/api/queues/CHIROPRACTIC/referrals?state=" + state, tokens.admin());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items")).isEmpty();
        assertThat(answer.json().has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=routed",
                "state=UNRECOGNISED",
                "state=%00",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=%00",
                "cursor=RU1FUkdFTkNZfDF8MQ",
                "cursor=RU1FUkdFTkNZfDk5OTk5OTk5OTk5OTk5OTl8MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw"
            })
    void aQueryThatMakesNoSenseIsABadRequestThatNamesTheField(String query) {
        HttpApi.Answer answer = api.get("/api/queues/ONCOLOGY/referrals?" + query, tokens.admin());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("errors").get(0).get("path").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void openApiDescribesTheCalls() {
        JsonNode paths = api.get("/v3/api-docs", null).json().get("paths");

        assertThat(paths.propertyNames())
                .contains("/api/queues", "/api/queues/{queue}/referrals", "/api/referrals/{id}");
        assertThat(paths.get("/api/referrals/{id}").get("get").get("parameters"))
                .hasSize(1);
    }
}
