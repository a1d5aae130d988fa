package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.http.Ids;
import io.dorsal.fhir.http.Keyset;
import io.dorsal.fhir.http.SearchParameters;
import io.dorsal.fhir.http.UpdatedSpan;
import io.dorsal.referral.fhir.RecordQuery;
import io.dorsal.referral.fhir.RecordQuery.Position;
import io.dorsal.referral.fhir.RecordQuery.Selected;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a search asks for. What cannot be a value of a parameter is refused, but for a queue, which may be anybody's. */
final class RecordQueries {

    private static final int MOST_IDS = 50;

    private RecordQueries() {}

    /**
     * The query of a search.
     *
     * @param limit how many at most
     */
    static RecordQuery read(ReferralKind kind, SearchParameters parameters, int limit) {
        UpdatedSpan span = UpdatedSpan.of(parameters);
        return new RecordQuery(
                selected(parameters),
                queues(kind, parameters),
                states(kind, parameters),
                after(parameters.after(), span),
                span.before(),
                limit);
    }

    private static Position after(Optional<Keyset> cursor, UpdatedSpan span) {
        return cursor.filter(last -> !last.at().isBefore(span.from()))
                .map(last -> new Position(last.at(), last.id()))
                .orElseGet(() -> Position.from(span.from()));
    }

    private static Selected selected(SearchParameters parameters) {
        Optional<List<UUID>> assessments = ids(parameters, ReferralKind.REQUISITION, Ids::urn);
        Optional<List<UUID>> referrals = ids(parameters, SearchParameters.ID, Ids::uuid);
        if (assessments.isPresent() && referrals.isPresent()) {
            throw SearchParameters.refused("not-supported", "A search is by _id or by requisition.");
        }
        return assessments
                .<Selected>map(Selected.OfAssessments::new)
                .or(() -> referrals.map(Selected.OfIds::new))
                .orElseGet(Selected.All::new);
    }

    private static Optional<List<UUID>> ids(
            SearchParameters parameters, String name, Function<String, Optional<UUID>> reading) {
        Optional<List<String>> given = parameters.anyOf(name);
        if (given.filter(texts -> texts.size() > MOST_IDS).isPresent()) {
            throw SearchParameters.refused("too-costly", "At most " + MOST_IDS + " ids may be searched for at once.");
        }
        return given.map(texts ->
                texts.stream().flatMap(text -> reading.apply(text).stream()).toList());
    }

    /** A queue is named as in the API, or as in names of topics; with its type before it, or its system. */
    private static Set<Queue> queues(ReferralKind kind, SearchParameters parameters) {
        List<String> names = parameters.given(kind.queueParameters());
        if (names.size() > 1) {
            throw SearchParameters.refused("not-supported", "A queue is searched for by one parameter.");
        }
        return names.stream()
                .findFirst()
                .flatMap(parameters::anyOf)
                .map(values -> values.stream().map(RecordQueries::queueName).toList())
                .map(wanted -> Arrays.stream(Queue.values())
                        .filter(queue -> wanted.contains(queue.name()))
                        .collect(Collectors.toSet()))
                .orElseGet(() -> EnumSet.allOf(Queue.class));
    }

    private static String queueName(String value) {
        return value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('|')) + 1)
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }

    private static Set<StateName> states(ReferralKind kind, SearchParameters parameters) {
        Optional<Set<String>> statuses = codes(parameters, ReferralKind.STATUS);
        Optional<Set<String>> names = codes(parameters, ReferralKind.BUSINESS_STATUS);
        if (!statuses.stream().flatMap(Set::stream).allMatch(kind::has)) {
            throw SearchParameters.refused("code-invalid", "status is one that a " + kind + " of R4 may have.");
        }
        if (!names.stream().flatMap(Set::stream).allMatch(RecordQueries::isState)) {
            throw SearchParameters.refused(
                    "code-invalid",
                    "business-status is one of "
                            + Arrays.stream(StateName.values()).map(Enum::name).collect(Collectors.joining(", "))
                            + ".");
        }
        return Arrays.stream(StateName.values())
                .filter(state -> statuses.isEmpty() || statuses.get().contains(kind.status(state)))
                .filter(state -> names.isEmpty() || names.get().contains(state.name()))
                .collect(Collectors.toSet());
    }

    private static Optional<Set<String>> codes(SearchParameters parameters, String name) {
        return parameters
                .anyOf(name)
                .map(tokens -> tokens.stream()
                        .map(token -> token.substring(token.lastIndexOf('|') + 1))
                        .collect(Collectors.toSet()));
    }

    private static boolean isState(String name) {
        return Arrays.stream(StateName.values()).anyMatch(state -> state.name().equals(name));
    }
}
