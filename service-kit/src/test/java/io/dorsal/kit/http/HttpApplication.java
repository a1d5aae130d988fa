package io.dorsal.kit.http;

import io.dorsal.kit.health.HealthConfiguration;
import io.dorsal.kit.http.LineReader.Line;
import io.dorsal.kit.lag.LagConfiguration;
import io.dorsal.kit.messaging.MessagingConfiguration;
import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.kit.outbox.OutboxConfiguration;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.kit.security.Caller;
import io.dorsal.testsupport.identity.TokenIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service of the kit that needs neither broker nor database: what it answers is the kit's doing. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            MessagingConfiguration.class,
            HealthConfiguration.class,
            LagConfiguration.class,
            OutboxConfiguration.class,
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
@Import(HttpApplication.Things.class)
public class HttpApplication {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/api/clinics/**").hasAuthority("CLINIC");
    }

    /** Points the service at the test issuer, unless a test names another. */
    static final class Identity implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> issuer = Map.of(
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                    TokenIssuer.shared().issuer());
            context.getEnvironment()
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new MapPropertySource("identity", issuer));
        }
    }

    @RestController
    static class Things {

        @GetMapping("/api/things")
        List<String> list(
                @RequestParam(required = false) String state,
                @RequestHeader(name = "Last-Event-ID", required = false) Long last) {
            return List.of();
        }

        @GetMapping("/api/things/{id}")
        Map<String, UUID> one(@PathVariable UUID id) {
            return Map.of("id", id);
        }

        @PostMapping(path = "/api/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Integer> add(@RequestBody byte[] body) {
            return Map.of("length", body.length);
        }

        @PutMapping("/api/things/{id}")
        Map<String, Object> change(@PathVariable UUID id, @RequestBody Map<String, Object> body) {
            return body;
        }

        @PostMapping("/api/things/{id}/done")
        Map<String, UUID> done(@PathVariable UUID id) {
            return Map.of("id", id);
        }

        @GetMapping("/api/clinics/mine")
        Caller caller(Caller caller) {
            return caller;
        }

        @GetMapping("/api/failing/bug")
        String bug() {
            throw new IllegalStateException("the answer of a patient");
        }

        @GetMapping("/api/failing/away")
        String away() {
            throw new TransientFailureException("the broker is away", new IOException());
        }

        @GetMapping("/api/failing/midway")
        void midway(HttpServletResponse response) throws IOException {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write("{\"half\":".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            throw new IllegalStateException("the answer of a patient");
        }

        @GetMapping("/api/failing/written")
        List<Object> written() {
            Iterable<String> unwritable = () -> {
                throw new IllegalStateException("the answer of a patient");
            };
            return List.of("x".repeat(100_000), unwritable);
        }

        @PostMapping(path = "/api/lines", consumes = MediaType.APPLICATION_NDJSON_VALUE)
        void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
            NdjsonExchange.answer(request, response, Things::answer);
        }

        private static byte[] answer(int number, Line line) {
            String text = line instanceof Line.Text(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
            if (text.equals("fail")) {
                throw new IllegalStateException("the answer of a patient");
            }
            String padding = text.startsWith("big") ? " ".repeat(4_000) : "";
            return "{\"line\":%d,\"length\":%d}%s"
                    .formatted(number, text.length(), padding)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
