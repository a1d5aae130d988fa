package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A system of specialists that speaks FHIR. */
@ReferralServiceTest
class FhirIT {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Instant RECEIVED = Instant.parse("2126-03-01T08:00:00Z");

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();
    private final String referral = referral(id);

    @LocalServerPort
    private int port;

    private IGenericClient pain = CONTEXT.newRestfulGenericClient("http://localhost");

    @BeforeEach
    void route() {
        Neighbours.refer(id, 1, RECEIVED, "patient-4711");
        decide(id);
        Neighbours.awaitConsumed();
        pain = client(tokens.specialist("PAIN_MANAGEMENT"));
    }

    @Test
    void aReferralIsFoundTakenOnScheduledAndCompleted() {
        Task found = single(
                pain.search()
                        .byUrl("Task?owner=HealthcareService/pain-management&status=requested&_id=" + referral)
                        .returnBundle(Bundle.class)
                        .execute(),
                Task.class);
        ServiceRequest request = single(
                pain.search()
                        .byUrl("ServiceRequest?requisition=urn:uuid:" + id)
                        .returnBundle(Bundle.class)
                        .execute(),
                ServiceRequest.class);

        Task accepted = update(found.setStatus(TaskStatus.ACCEPTED));
        accepted.setStatus(TaskStatus.INPROGRESS)
                .getExecutionPeriod()
                .setStartElement(new DateTimeType("2126-03-02T09:00:00+01:00"));
        Task scheduled = update(accepted);
        Task completed = update(scheduled.setStatus(TaskStatus.COMPLETED).setStatusReason(reason("TREATED")));

        assertThat(request.getSubject().getIdentifier().getValue()).isEqualTo("patient-4711");
        assertThat(request.getPriority().toCode()).isEqualTo("urgent");
        assertThat(request.getReasonCodeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("PAIN-1");
        assertThat(scheduled.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("SCHEDULED");
        assertThat(scheduled.getExecutionPeriod().getStart()).isEqualTo(Instant.parse("2126-03-02T08:00:00Z"));
        assertThat(completed.getMeta().getVersionId()).isEqualTo("4");
        assertThat(completed.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("TREATED");
        assertThat(Neighbours.changes(id, 4).getLast().getActor()).isEqualTo("specialist");
        assertThatThrownBy(() -> update(found.setStatus(TaskStatus.REJECTED)
                        .setStatusReason(reason("CARE_AT_CLINIC"))
                        .addNote(new Annotation().setText("Rest."))))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void aClinicReadsItsOwnAndEndsWhatWasRejectedAndOthersSeeNothing() {
        Task task = read(pain);
        task.setStatus(TaskStatus.REJECTED)
                .setStatusReason(reason("WORK_UP_NEEDED"))
                .addNote()
                .setText("Repeat CRP.");
        update(task);
        IGenericClient north = client(tokens.clinic("north"));

        Task rejected = read(north);
        String body = body(rejected.copy().setStatus(TaskStatus.CANCELLED).setStatusReason(reason("ADVICE_FOLLOWED")));

        assertThat(rejected.getStatus()).isEqualTo(TaskStatus.REJECTED);
        assertThat(rejected.getNoteFirstRep().getText()).isEqualTo("Repeat CRP.");
        assertThat(put(tokens.specialist("PAIN_MANAGEMENT"), 2, body).status()).isEqualTo(403);
        for (String token : List.of(tokens.clinic("south"), tokens.specialist("ONCOLOGY"))) {
            assertThat(api().get("/fhir/Task/" + referral, token).status()).isEqualTo(404);
            assertThat(put(token, 2, body).status()).isEqualTo(404);
            assertThat(api().get("/fhir/Task?_id=" + referral, token).response().body())
                    .contains("searchset")
                    .doesNotContain("entry");
        }
        assertThat(api().get("/fhir/Task/" + referral, tokens.operations()).status())
                .isEqualTo(403);
        assertThat(api().get("/fhir/Task/" + referral, null).status()).isEqualTo(401);
        assertThat(put(tokens.clinic("north"), 2, body).status()).isEqualTo(200);
        assertThat(put(tokens.clinic("north"), 2, body).header("ETag")).isEqualTo("W/\"3\"");
        assertThat(read(north).getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void whatIsRefusedNamesTheElementAndRepeatsNothing() {
        String token = tokens.specialist("PAIN_MANAGEMENT");
        Task task = read(pain);
        String accepted = body(task.copy().setStatus(TaskStatus.ACCEPTED));

        refused(409, "business-rule", "Task.status", put(token, 1, status("completed", "TREATED")));
        refused(422, "value", "Task.statusReason", put(token, 1, status("rejected", "SECRET")));
        refused(422, "value", "Task.status", put(token, 1, status("ready", "TREATED")));
        refused(412, "conflict", "Task.meta.versionId", put(token, 9, accepted));
        refused(428, "required", "Task.meta.versionId", send("PUT", "/" + referral, token, accepted));
        refused(
                400,
                "value",
                "Task.id",
                put(token, 1, accepted.replace(referral, UUID.randomUUID().toString())));
        refused(405, "not-supported", "", send("POST", "", token, accepted));
        for (String body : List.of(
                "SECRET",
                "{\"SECRET\": 1}",
                "{\"resourceType\": \"Task\", \"status\": \"SECRET\"}",
                "{\"resourceType\": \"Task\", \"note\": [null, 7]}",
                "{\"resourceType\": \"Patient\", \"id\": \"" + referral + "\"}",
                status("rejected", "WORK_UP_NEEDED").replace("advice", "SECRET \\ud800"),
                "[".repeat(1000))) {
            HttpApi.Answer answer = put(token, 1, body);
            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.response().body()).contains("OperationOutcome").doesNotContain("SECRET", "4711");
        }
        assertThat(read(pain).getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void aSystemKeepsUpWithWhatHasChangedPageByPage() {
        List<UUID> others = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        others.forEach(FhirIT::decide);
        Neighbours.awaitConsumed();
        Date first = read(pain).getMeta().getLastUpdated();
        update(read(pain).setStatus(TaskStatus.ACCEPTED));

        List<String> changed = ids(pain.search()
                .forResource(Task.class)
                .lastUpdated(new DateRangeParam(first, null))
                .count(2)
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute());
        List<String> requested = ids(pain.search()
                .byUrl("Task?owner=PAIN_MANAGEMENT&status=requested&_count=1&_lastUpdated=ge" + first.toInstant())
                .encodedXml()
                .returnBundle(Bundle.class)
                .execute());

        assertThat(changed)
                .containsExactlyInAnyOrder(
                        referral, referral(others.get(0)), referral(others.get(1)), referral(others.get(2)))
                .endsWith(referral);
        assertThat(requested)
                .containsExactlyInAnyOrderElementsOf(
                        others.stream().map(FhirIT::referral).toList());
        assertThat(api().get("/fhir/Task?_lastUpdated=lt" + first.toInstant() + "&_id=" + referral, tokens.admin())
                        .response()
                        .body())
                .doesNotContain("entry");
        for (String query :
                List.of("patient=4711", "_lastUpdated=ne2026", "status=SECRET", "_cursor=4711", "_count=0")) {
            refused(400, null, "", api().get("/fhir/Task?" + query, tokens.specialist("PAIN_MANAGEMENT")));
        }
    }

    @Test
    void whatThereIsIsForEverybodyToRead() {
        CapabilityStatement statement = CONTEXT.newRestfulGenericClient("http://localhost:" + port + "/fhir")
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();

        assertThat(statement.getRestFirstRep().getResource())
                .extracting("type")
                .containsExactly("ServiceRequest", "Task");
    }

    private static void decide(UUID assessment) {
        Neighbours.decide(DecidedEvent.about(assessment)
                .receivedAt(RECEIVED)
                .asking(Queue.PAIN_MANAGEMENT, Urgency.SOON, "PAIN-1"));
    }

    private static String referral(UUID assessment) {
        return Identities.referralId(assessment, Queue.PAIN_MANAGEMENT, 1).toString();
    }

    private Task read(IGenericClient client) {
        return client.read().resource(Task.class).withId(referral).execute();
    }

    private Task update(Task task) {
        return (Task) pain.update()
                .resource(task)
                .prefer(PreferReturnEnum.REPRESENTATION)
                .execute()
                .getResource();
    }

    private IGenericClient client(String token) {
        IGenericClient client = CONTEXT.newRestfulGenericClient("http://localhost:" + port + "/fhir");
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return client;
    }

    private List<String> ids(Bundle first) {
        List<String> ids = new ArrayList<>();
        Bundle page = first;
        while (true) {
            page.getEntry()
                    .forEach(entry -> ids.add(entry.getResource().getIdElement().getIdPart()));
            if (page.getLink("next") == null) {
                return ids;
            }
            page = pain.loadPage().next(page).execute();
        }
    }

    private static <R extends Resource> R single(Bundle bundle, Class<R> type) {
        assertThat(bundle.getEntry()).hasSize(1);
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static CodeableConcept reason(String code) {
        return new CodeableConcept(new Coding()
                .setSystem("https://dorsal.io/fhir/CodeSystem/referral-reason")
                .setCode(code));
    }

    private static String body(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private String status(String status, String reason) {
        return """
                {"resourceType": "Task", "id": "%s", "status": "%s", "note": [{"text": "advice"}], "statusReason": {"coding":
                [{"system": "https://dorsal.io/fhir/CodeSystem/referral-reason", "code": "%s"}]}}
                """.formatted(referral, status, reason);
    }

    private HttpApi api() {
        return new HttpApi(port);
    }

    private HttpApi.Answer put(String token, int version, String body) {
        return send("PUT", "/" + referral, token, body, "If-Match", "W/\"" + version + "\"");
    }

    private HttpApi.Answer send(String method, String path, String token, String body, String... headers) {
        return api().send(method, "/fhir/Task" + path, token, "application/fhir+json", body, headers);
    }

    private static void refused(int status, @Nullable String code, String expression, HttpApi.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.json().get("resourceType").asString()).isEqualTo("OperationOutcome");
        if (code != null) {
            assertThat(answer.json().at("/issue/0/code").asString()).isEqualTo(code);
        }
        assertThat(answer.json().at("/issue/0/expression/0").asString("")).isEqualTo(expression);
        assertThat(answer.response().body()).doesNotContain("SECRET", "4711");
    }
}
