package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.system.support.Api;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each worked case that is submitted by FHIR is decided as by JSON, and read by FHIR. */
@ExtendWith(RunningDorsal.class)
class FhirCasesIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> PRIORITIES =
            Map.of("EMERGENCY", "stat", "URGENT", "asap", "SOON", "urgent", "ROUTINE", "routine");

    private final Clinic clinic;
    private final Api api;

    FhirCasesIT(Dorsal dorsal) {
        this.clinic = dorsal.clinic("clinic-south");
        this.api = clinic.api();
    }

    @Test
    void everyCaseIsDecidedAsExpected() {
        Map<Case, UUID> submitted = new LinkedHashMap<>();
        Case.all().forEach(one -> submitted.put(one, submit(one)));

        assertThat(submitted).hasSize(50);
        submitted.forEach((one, id) -> {
            assertThat(clinic.outcome(id).isComplete()).as(one.id()).isTrue();
            JsonNode risk = api.get("/fhir/RiskAssessment/" + id).json();
            assertThat(risk.at("/meta/tag/0/code").asString())
                    .as(one.id())
                    .isEqualTo(one.expected().path("urgency").asString());
            assertThat(codes(risk.path("prediction"), "/outcome/coding/0/code"))
                    .as(one.id())
                    .isEqualTo(strings(one.expected().path("findings")));
            assertThat(referrals(id)).as(one.id()).containsExactlyInAnyOrderElementsOf(expectedReferrals(one));
        });
    }

    private UUID submit(Case one) {
        Api.Answer answer = api.post(
                "/fhir/QuestionnaireResponse",
                "application/fhir+json",
                response(one).toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode found = api.post(
                        "/fhir/QuestionnaireResponse/_search",
                        "application/x-www-form-urlencoded",
                        "patient:identifier="
                                + one.assessment().at("/patient/reference").asString())
                .json();
        return UUID.fromString(found.at("/entry/0/resource/id").asString());
    }

    private List<String> referrals(UUID id) {
        return api.get("/fhir/ServiceRequest?requisition=urn:uuid:" + id)
                .json()
                .path("entry")
                .valueStream()
                .map(entry -> entry.path("resource"))
                .map(request -> request.at("/code/coding/0/code").asString() + " "
                        + request.path("priority").asString())
                .toList();
    }

    private static List<String> expectedReferrals(Case one) {
        return one.expected()
                .path("referrals")
                .valueStream()
                .map(referral -> referral.path("queue").asString() + " "
                        + PRIORITIES.get(referral.path("urgency").asString()))
                .toList();
    }

    /** Written without any code of the platform: as a clinic's system would, that knows the questionnaire. */
    private static ObjectNode response(Case one) {
        ObjectNode response = JSON.createObjectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("status", "completed")
                .put("questionnaire", "https://dorsal.io/fhir/Questionnaire/back-pain-intake|1.0.0");
        ArrayNode groups = response.putArray("item");
        one.assessment().forEachEntry((group, answers) -> {
            ObjectNode item = groups.addObject().put("linkId", group);
            answers.forEachEntry(
                    (name, answer) -> answer(item.withArray("item").addObject(), group + "." + name, answer));
        });
        return response;
    }

    private static void answer(ObjectNode item, String path, JsonNode answer) {
        ArrayNode answers = item.put("linkId", path).putArray("answer");
        if (answer.isBoolean()) {
            answers.addObject().set("valueBoolean", answer);
        } else if (answer.isNumber()) {
            answers.addObject().set("valueInteger", answer);
        } else if (path.equals("patient.reference")) {
            answers.addObject().set("valueString", answer);
        } else {
            List<String> codes = new ArrayList<>(answer.isArray() ? strings(answer) : List.of(answer.asString()));
            if (codes.isEmpty()) {
                codes.add("NONE");
            }
            codes.forEach(code -> answers.addObject()
                    .putObject("valueCoding")
                    .put("system", "https://dorsal.io/fhir/CodeSystem/answer." + path)
                    .put("code", code));
        }
    }

    private static List<String> codes(JsonNode array, String pointer) {
        return array.valueStream().map(one -> one.at(pointer).asString()).toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
