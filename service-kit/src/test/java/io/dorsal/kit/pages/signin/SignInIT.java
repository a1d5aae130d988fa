package io.dorsal.kit.pages.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.HttpTest;
import io.dorsal.kit.pages.PageController;
import io.dorsal.kit.pages.ServicePages;
import io.dorsal.kit.pages.ServicePages.Link;
import io.dorsal.kit.security.Role;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in on pages, and the scripts of pages call the API by their session. */
@HttpTest
@Import(SignInIT.Pages.class)
class SignInIT {

    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    private BrowserSession browser = new BrowserSession(0);

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::issuer);
        properties.add("dorsal.sign-in.client-id", () -> "pages");
        properties.add("dorsal.sign-in.client-secret", () -> "pages");
    }

    @BeforeEach
    void open() {
        browser = new BrowserSession(port);
        ISSUER.comeBack();
        ISSUER.signIns().renews(true);
        ISSUER.signIns().gives(() -> ISSUER.clinic("north"), Duration.ofHours(1));
    }

    @Test
    void aPageLeadsToTheIdentityProviderAndBackToItself() {
        HttpResponse<String> page = browser.visit("/sample?kept=yes");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).endsWith("/sample?kept=yes");
        assertThat(page.body()).contains("The sample", "North Clinic", "clinic-north", "/pages/sample.js");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void theSessionIsInACookieThatScriptsDoNotSee() {
        browser.visit("/sample");

        assertThat(browser.cookies()).extracting(HttpCookie::isHttpOnly).containsExactly(true);
        assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("dorsal-session");
    }

    @Test
    void noCallOfTheApiIsSentToSignIn() {
        assertThat(browser.get("/api/clinics/mine").statusCode()).isEqualTo(401);
        assertThat(browser.visit("/api/clinics/mine").statusCode()).isEqualTo(401);
        assertThat(browser.visit("/fhir/anything").statusCode()).isEqualTo(401);
        assertThat(browser.call("POST", "/api/things").statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionOfAPageIsACallerAsTheBearerOfItsTokenWouldBe() {
        browser.visit("/sample");

        JsonNode caller = json(browser.get("/api/clinics/mine"));

        assertThat(caller.path("clinic").asString()).isEqualTo("north");
        assertThat(caller.path("roles").path(0).asString()).isEqualTo("CLINIC");
        assertThat(caller.path("onPage").asBoolean()).isTrue();
    }

    @Test
    void whatASessionChangesCarriesATokenThatNoOtherSiteKnows() {
        browser.visit("/sample");
        JsonNode session = json(browser.get("/api/session"));

        assertThat(browser.call("POST", "/api/things").statusCode()).isEqualTo(403);
        assertThat(browser.call(
                                "POST",
                                "/api/things",
                                session.path("csrfHeader").asString(),
                                "forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.call(
                                "POST",
                                "/api/things",
                                session.path("csrfHeader").asString(),
                                session.path("csrfToken").asString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBearerNeedsNoSuchTokenAndIsWhoTheTokenSays() {
        browser.visit("/sample");
        String bearer = "Bearer " + ISSUER.clinic("south");

        assertThat(browser.call("POST", "/api/things", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(browser.call("POST", "/api/things", "Authorization", "Basic eA==")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.call("POST", "/api/things", "Authorization", "Bearer nonsense")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAccountOfAnotherRoleIsToldWhoMayOpenThePage() {
        ISSUER.signIns().gives(ISSUER::operations, Duration.ofHours(1));

        HttpResponse<String> page = browser.visit("/sample");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("is for clinic staff", "This account is for operations", "Sign out");
        assertThat(page.body()).doesNotContain("The sample");
        assertThat(browser.get("/api/clinics/mine").statusCode()).isEqualTo(403);
    }

    @Test
    void aPageSaysSoWhileTheIdentityProviderIsAway() {
        ISSUER.leave();

        HttpResponse<String> page = browser.visit("/sample");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Signing in is not possible right now", "Try again");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(browser.get("/shell/shell.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignInThatCameToNothingSaysSo() {
        HttpResponse<String> page = browser.visit("/login/oauth2/code/dorsal?error=access_denied&state=none");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Signing in did not work");
    }

    @Test
    void whereThereIsNoPageABrowserIsShownOneThatSaysSo() {
        browser.visit("/sample");

        HttpResponse<String> page = browser.visit("/nothing");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page");
        assertThat(browser.visit("/failing").body())
                .contains("This page failed")
                .doesNotContain("of a patient");
        assertThat(browser.visit("/api/nothing").body()).contains("\"status\":404");
    }

    @Test
    void aTokenThatEndsIsRenewedAndTheSessionGoesOn() {
        AtomicInteger given = new AtomicInteger();
        ISSUER.signIns()
                .gives(() -> ISSUER.with(Map.of("sub", "given-" + given.incrementAndGet())), Duration.ofSeconds(1));
        browser.visit("/sample");

        assertThat(json(browser.get("/api/session")).path("account").asString()).isEqualTo("given-3");
    }

    @Test
    void whereTheProviderHasEndedTheSessionThePageSignsInAnewAndACallIsUnauthorized() {
        ISSUER.signIns().gives(this::expired, Duration.ofSeconds(1));
        ISSUER.signIns().renews(false);
        browser.visit("/oauth2/authorization/dorsal");

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);

        ISSUER.signIns().gives(() -> ISSUER.clinic("north"), Duration.ofHours(1));
        assertThat(browser.visit("/sample").statusCode()).isEqualTo(200);
    }

    private String expired() {
        return ISSUER.with(Map.of("exp", Date.from(Instant.EPOCH)));
    }

    @Test
    void signingOutEndsTheSessionHereAndLeadsToItsEndAtTheProvider() {
        browser.visit("/sample");
        JsonNode session = json(browser.get("/api/session"));

        HttpResponse<String> ended = browser.call(
                "DELETE",
                "/api/session",
                session.path("csrfHeader").asString(),
                session.path("csrfToken").asString());

        assertThat(json(ended).path("next").asString())
                .startsWith(ISSUER.issuer() + "/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A" + port + "%2F");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.visit("/signed-out").body()).contains("You are signed out");
    }

    @Test
    void aFileIsAskedForAgainAndNotSentTwice() {
        HttpResponse<String> file = browser.get("/shell/shell.js");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).startsWith("text/javascript");
        assertThat(header(file, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(file, "ETag")).isNotBlank();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Pages {

        @Bean
        ServicePages servicePages() {
            return new ServicePages(
                    "Samples",
                    Set.of(Role.CLINIC),
                    List.of(new Link("Sample", "/sample")),
                    List.of("/sample", "/failing"));
        }

        @Bean
        SamplePages samplePages() {
            return new SamplePages();
        }
    }

    @PageController
    static class SamplePages {

        @GetMapping("/sample")
        String sample() {
            return "sample";
        }

        @GetMapping("/failing")
        String failing() {
            throw new IllegalStateException("the answer of a patient");
        }
    }
}
