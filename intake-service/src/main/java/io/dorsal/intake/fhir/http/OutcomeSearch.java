package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.http.DecisionReader;
import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.Keyset;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.intake.fhir.Outcome;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Selection;
import io.dorsal.intake.view.Selection.Position;
import io.dorsal.intake.view.Standing;
import io.dorsal.rules.assessment.Assessment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Finds the resources of a clinic's assessments. A page is one of assessments, so that it may have any number of theirs. */
final class OutcomeSearch {

    private static final int MOST_IDS = 50;

    private final ReadingAssessments assessments;
    private final StoredResponses responses;
    private final DecisionReader decisions;

    OutcomeSearch(ReadingAssessments assessments, StoredResponses responses, DecisionReader decisions) {
        this.assessments = assessments;
        this.responses = responses;
        this.decisions = decisions;
    }

    /**
     * A page of what was found.
     *
     * @param next the cursor of the next page; null where there is none
     */
    record Found(
            List<? extends Resource> resources, @Nullable String next) {}

    /** The resource of this id, if it is the clinic's. */
    Optional<? extends Resource> one(OutcomeType type, String clinicId, UUID id) {
        return owner(type, clinicId, id).stream()
                .flatMap(view -> resources(type, view))
                .filter(resource -> isOf(resource, id))
                .findFirst();
    }

    Found search(OutcomeType type, String clinicId, SearchParameters parameters) {
        Optional<List<String>> ids = parameters.anyOf("_id");
        Optional<List<String>> status = parameters.anyOf("status");
        Optional<String> patient = PatientToken.in(parameters);
        Page page = page(type, clinicId, parameters, patient.orElse(null));
        List<? extends Resource> found = page.views().stream()
                .filter(view -> patient.isEmpty() || isOf(view, patient.get()))
                .flatMap(view -> resources(type, view))
                .filter(resource -> ids.isEmpty()
                        || ids.get().contains(resource.getIdElement().getIdPart()))
                .filter(resource -> status.isEmpty() || status.get().contains(status(resource)))
                .toList();
        return new Found(found, page.next());
    }

    private Page page(OutcomeType type, String clinicId, SearchParameters parameters, @Nullable String patient) {
        Optional<List<UUID>> owners = parameters
                .anyOf("requisition")
                .map(tokens -> tokens.stream()
                        .flatMap(token -> Ids.urn(token).stream())
                        .toList())
                .or(() -> parameters
                        .anyOf("based-on")
                        .map(references -> references.stream()
                                .flatMap(reference -> Ids.reference(reference, "QuestionnaireResponse").stream())
                                .toList()));
        if (owners.isPresent()) {
            return only(owners.get(), id -> assessments.find(clinicId, id));
        }
        Optional<List<String>> ids = parameters.anyOf("_id");
        if (ids.isPresent()) {
            return only(
                    ids.get().stream().flatMap(id -> Ids.uuid(id).stream()).toList(), id -> owner(type, clinicId, id));
        }
        if (patient != null && !isReference(patient)) {
            return new Page(List.of(), null);
        }
        int count = parameters.count();
        List<AssessmentView> views = assessments.list(
                clinicId,
                new Selection(
                                null,
                                null,
                                patient,
                                parameters
                                        .after()
                                        .map(after -> new Position(after.at(), after.id()))
                                        .orElse(null),
                                count)
                        .withOneMore());
        return views.size() <= count
                ? new Page(views, null)
                : new Page(views.subList(0, count), cursor(views.get(count - 1)));
    }

    private static String cursor(AssessmentView last) {
        Position position = Position.of(last);
        return new Keyset(position.receivedAt(), position.assessmentId()).cursor();
    }

    private static Page only(List<UUID> ids, Function<UUID, Optional<AssessmentView>> finding) {
        if (ids.size() > MOST_IDS) {
            throw SearchParameters.refused("too-costly", "At most " + MOST_IDS + " ids may be searched for at once.");
        }
        return new Page(
                ids.stream()
                        .distinct()
                        .flatMap(id -> finding.apply(id).stream())
                        .distinct()
                        .toList(),
                null);
    }

    /** The assessment whose resource it is. */
    private Optional<AssessmentView> owner(OutcomeType type, String clinicId, UUID id) {
        return switch (type) {
            case QuestionnaireResponse, RiskAssessment -> assessments.find(clinicId, id);
            case ServiceRequest -> assessments.findByReferral(clinicId, id);
            case Task ->
                assessments
                        .findByReferral(clinicId, id)
                        .or(() -> assessments.findByAlert(clinicId, id))
                        .or(() -> assessments.find(clinicId, id));
        };
    }

    private Stream<? extends Resource> resources(OutcomeType type, AssessmentView view) {
        Outcome outcome = Outcome.of(view, decisions::read);
        return switch (type) {
            case QuestionnaireResponse -> responses.of(view).stream();
            case RiskAssessment -> outcome.riskAssessment().stream();
            case ServiceRequest -> outcome.serviceRequests().stream();
            case Task -> outcome.tasks().stream();
        };
    }

    private static boolean isOf(Resource resource, UUID id) {
        return id.toString().equals(resource.getIdElement().getIdPart());
    }

    private static boolean isOf(AssessmentView view, String patient) {
        return Standing.of(view).patientReference().filter(patient::equals).isPresent();
    }

    private static String status(Resource resource) {
        return switch (resource) {
            case QuestionnaireResponse response -> response.getStatus().toCode();
            case ServiceRequest request -> request.getStatus().toCode();
            case Task task -> task.getStatus().toCode();
            default -> "";
        };
    }

    /** The database takes no NUL, and no reference is longer. */
    private static boolean isReference(String text) {
        return text.indexOf(0) < 0 && text.codePointCount(0, text.length()) <= Assessment.LONGEST_REFERENCE;
    }

    private record Page(
            List<AssessmentView> views, @Nullable String next) {}
}
