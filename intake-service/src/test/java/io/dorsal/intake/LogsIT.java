package io.dorsal.intake;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.dorsal.events.Urgency;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.Consumption;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.PromptAnswers;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever happens to a submission, no log tells whom it is about or what was answered. */
@IntakeServiceTest
class LogsIT {

    private static final String SECRET = "SECRET-" + UUID.randomUUID();
    private static final String OUTAGE = "The database, which submissions do without";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final TopicClient topics = new TopicClient();

    @LocalServerPort
    private int port;

    @Autowired
    private PromptDatabase prompt;

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void close() {
        root.detachAppender(appender);
        root.setLevel(before);
        topics.close();
    }

    @Test
    void noReferenceAndNoAnswerIsEverLogged() {
        ClinicClient north = ClinicClient.of("north", port);
        String key = anyKey();

        north.submit(backPain(SECRET, 4), key);
        north.submit(backPain(SECRET, 5), key);
        north.submit(backPain(SECRET, 4).replace("NORMAL", SECRET), null);
        north.submit("{\"" + SECRET + "\": 1}", SECRET);
        north.submit(SECRET, null);
        north.post("/api/assessments/search", BodyPublishers.ofString("{\"patientReference\": \"" + SECRET + "\"}"));
        north.get("/api/assessments?status=" + SECRET);
        fhir(north, "QuestionnaireResponse", "fhir+json", "{\"" + SECRET + "\": 1}");
        fhir(north, "QuestionnaireResponse", "fhir+json", SECRET);
        fhir(north, "QuestionnaireResponse", "fhir+xml", "<" + SECRET + "/>");
        fhir(north, "QuestionnaireResponse", "fhir+json", """
                {"resourceType": "QuestionnaireResponse", "questionnaire": "%1$s", "status": "%1$s", "item": [
                 {"linkId": "patient", "item": [{"linkId": "patient.ageYears", "answer": [{"valueInteger": "%1$s"}]},
                  {"linkId": "patient.reference", "answer": [{"valueString": "%1$s"}]}]}]}""".formatted(SECRET));
        fhir(north, "RiskAssessment/_search", "x-www-form-urlencoded", "patient:identifier=" + SECRET);
        north.get("/fhir/RiskAssessment?patient:identifier=" + SECRET);
        UUID id = UUID.randomUUID();
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, SECRET.repeat(9)));
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, SECRET + "a"));
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, SECRET + "b"));
        topics.send(Topics.DECISIONS, id, SampleEvents.of(id).decided(1, 4, Urgency.EMERGENCY));
        Consumption.awaitAll(topics, Subscriptions.VIEW_PATIENTS);
        PromptAnswers.awaitFrom(prompt);
        CuttableDatabase.cut();
        await().until(() -> {
            north.submit(backPain(SECRET, 4), null);
            return logged().anyMatch(line -> line.contains(OUTAGE));
        });
        north.submit(anyBackPain(), null);
        north.post("/api/assessments/search", BodyPublishers.ofString("{\"patientReference\": \"" + SECRET + "\"}"));

        assertThat(logged())
                .anySatisfy(line -> assertThat(line).contains("Parked the record"))
                .anySatisfy(line -> assertThat(line).contains(OUTAGE))
                .anySatisfy(line -> assertThat(line).contains("two patients").contains(id.toString()))
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET).doesNotContain("saddleNumbness"));
    }

    private static void fhir(ClinicClient clinic, String path, String subtype, String body) {
        clinic.send(clinic.request("/fhir/" + path)
                .header("Content-Type", "application/" + subtype)
                .POST(BodyPublishers.ofString(body)));
    }

    private Stream<String> logged() {
        return List.copyOf(appender.list).stream().map(LogsIT::text);
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
