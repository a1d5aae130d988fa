package io.dorsal.intake.fhir.http;

import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import io.dorsal.events.AlertState;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeServiceTest
class FhirReadingIT {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final TopicClient topics = new TopicClient();
    private final String patient = anyPatient();

    @LocalServerPort
    private int port;

    private ClinicClient north = ClinicClient.withToken(null, 1);
    private IGenericClient ehr = CONTEXT.newRestfulGenericClient("http://localhost");

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
        ehr = CONTEXT.newRestfulGenericClient("http://localhost:" + port + "/fhir");
        ehr.registerInterceptor(
                new BearerTokenAuthInterceptor(TokenIssuer.shared().clinic("north")));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void whatBecameOfAnAssessmentIsReadByWhomeverItBelongsToAndNobodyElse() {
        String id = triaged();

        QuestionnaireResponse response =
                ehr.read().resource(QuestionnaireResponse.class).withId(id).execute();
        RiskAssessment risk =
                ehr.read().resource(RiskAssessment.class).withId(id).execute();
        List<ServiceRequest> requests = found(
                ServiceRequest.class,
                ehr.search()
                        .forResource(ServiceRequest.class)
                        .where(new TokenClientParam("requisition").exactly().identifier("urn:uuid:" + id))
                        .returnBundle(Bundle.class)
                        .execute());
        List<Task> tasks = found(
                Task.class,
                ehr.search()
                        .byUrl("Task?based-on=QuestionnaireResponse/" + id)
                        .returnBundle(Bundle.class)
                        .execute());

        assertThat(response.getSubject().getIdentifier().getValue()).isEqualTo(patient);
        assertThat(risk.getMeta().getTagFirstRep().getCode()).isEqualTo("EMERGENCY");
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.getPriority().toCode()).isEqualTo("stat"));
        assertThat(tasks)
                .extracting(task -> task.getFocus().getReferenceElement().getResourceType())
                .containsExactlyInAnyOrder("ServiceRequest", "RiskAssessment", "QuestionnaireResponse");
        assertThat(tasks)
                .allSatisfy(task -> assertThat(ehr.read()
                                .resource(Task.class)
                                .withId(task.getIdElement().getIdPart())
                                .execute()
                                .getStatus())
                        .isEqualTo(task.getStatus()));

        ClinicClient south = ClinicClient.of("south", port);
        String referral = requests.getFirst().getIdElement().getIdPart();
        for (String path : List.of(
                "QuestionnaireResponse/" + id,
                "RiskAssessment/" + id,
                "ServiceRequest/" + referral,
                "Task/" + tasks.getFirst().getIdElement().getIdPart())) {
            assertThat(north.get("/fhir/" + path).status()).as(path).isEqualTo(200);
            assertThat(south.get("/fhir/" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(south.get("/fhir/ServiceRequest?_id=" + referral).text()).doesNotContain("entry");
    }

    @Test
    void aPatientIsSearchedForByBodyAndStandsInNoAddress() {
        String id = triaged();

        Bundle found = ehr.search()
                .forResource(RiskAssessment.class)
                .where(new TokenClientParam("subject:identifier").exactly().identifier(patient))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute();
        Answer byAddress = north.get("/fhir/RiskAssessment?subject:identifier=" + patient);

        assertThat(found.getEntry())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.getResource().getIdElement().getIdPart())
                                .isEqualTo(id));
        assertThat(found.getLink()).allSatisfy(link -> assertThat(link.getUrl()).doesNotContain(patient));
        assertThat(byAddress.status()).isEqualTo(400);
        assertThat(byAddress.text()).contains("OperationOutcome").doesNotContain(patient);
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        List<String> ids = List.of(triaged(), triaged());

        Bundle first = ehr.search()
                .forResource(QuestionnaireResponse.class)
                .count(1)
                .returnBundle(Bundle.class)
                .execute();
        Bundle second = ehr.loadPage().next(first).execute();
        Answer byBody = north.send(north.request("/fhir/QuestionnaireResponse/_search?_count=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("patient:identifier=" + patient)));
        Bundle ofPatient = CONTEXT.newJsonParser().parseResource(Bundle.class, byBody.text());

        assertThat(first.getEntry()).hasSize(1);
        assertThat(second.getEntry()).hasSize(1);
        assertThat(id(first)).isNotEqualTo(id(second));
        assertThat(ids).contains(id(ofPatient));
        assertThat(ofPatient.getLink("next").getUrl()).contains("_search?").doesNotContain(patient);
    }

    private String triaged() {
        UUID id = UUID.randomUUID();
        SampleEvents events = SampleEvents.of(id);
        topics.send(Topics.ASSESSMENTS, id, events.submitted(1, 4));
        topics.send(Topics.PATIENTS, id, events.referenced(1, patient));
        topics.send(Topics.DECISIONS, id, events.decided(1, 4, Urgency.EMERGENCY));
        topics.send(Topics.REFERRAL_CHANGES, id, events.referral(1, ReferralState.ROUTED));
        topics.send(Topics.ALERTS, id, events.alert(1, AlertState.NOTIFYING));
        await().until(() -> {
            Answer read = north.read(id.toString());
            return read.status() == 200
                    && read.json().has("alert")
                    && read.json().has("decision")
                    && read.json().has("patientReference")
                    && !read.json().path("referrals").isEmpty();
        });
        return id.toString();
    }

    private static <T> List<T> found(Class<T> type, Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }

    private static String id(Bundle bundle) {
        return bundle.getEntryFirstRep().getResource().getIdElement().getIdPart();
    }
}
