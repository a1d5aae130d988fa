package io.dorsal.notification.paging.jdbc;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.Finding;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.alert.jdbc.AlertRows;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.paging.Knowledge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of assessments: their decisions, and their latest alerts. */
final class CaseFileRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    CaseFileRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<AssessmentId, CaseFile> lock(Set<AssessmentId> assessments) {
        if (assessments.isEmpty()) {
            return Map.of();
        }
        UUID[] ids = assessments.stream().map(AssessmentId::value).sorted().toArray(UUID[]::new);
        // In order, so that two batches that share assessments wait for each other instead of dying together.
        jdbc.update(
                "insert into assessment_file (assessment_id) select id from unnest(?) as id order by id on conflict do nothing",
                (Object) ids);
        jdbc.query(
                "select assessment_id from assessment_file where assessment_id = any(?) order by assessment_id for update",
                (row, index) -> row.getString(1),
                (Object) ids);
        return files(ids, revisions(ids), latestAlerts(ids));
    }

    private static Map<AssessmentId, CaseFile> files(
            UUID[] ids, Map<AssessmentId, SortedMap<Integer, Decided>> revisions, Map<AssessmentId, Alert> alerts) {
        Map<AssessmentId, CaseFile> files = new HashMap<>();
        for (UUID id : ids) {
            AssessmentId assessment = new AssessmentId(id);
            files.put(
                    assessment,
                    new CaseFile(
                            assessment, revisions.getOrDefault(assessment, new TreeMap<>()), alerts.get(assessment)));
        }
        return files;
    }

    private Map<AssessmentId, SortedMap<Integer, Decided>> revisions(UUID[] ids) {
        Map<AssessmentId, SortedMap<Integer, Decided>> revisions = new HashMap<>();
        jdbc.query("select * from decided where counts and assessment_id = any(?)", CaseFileRows::decided, (Object) ids)
                .forEach(decided -> revisions
                        .computeIfAbsent(decided.assessment(), id -> new TreeMap<>())
                        .put(decided.revision(), decided));
        return revisions;
    }

    private Map<AssessmentId, Alert> latestAlerts(UUID[] ids) {
        return jdbc.query("""
                        select a.* from alert a
                        where a.assessment_id = any(?) and a.kind <> 'OPERATIONS'
                          and a.episode = (select max(b.episode) from alert b
                                           where b.assessment_id = a.assessment_id and b.kind <> 'OPERATIONS')
                        order by a.id for update
                        """, AlertRows::alert, (Object) ids).stream()
                .collect(Collectors.toMap(alert -> Objects.requireNonNull(alert.assessment()), Function.identity()));
    }

    void write(List<Knowledge> knowledge) {
        jdbc.batchUpdate(
                """
                insert into decided (assessment_id, revision, body_hash, counts, clinic_id, network_id, synthetic,
                                     received_at, decided_at, urgency, findings, explanation)
                values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                on conflict do nothing
                """,
                knowledge.stream()
                        .map(Knowledge::decided)
                        .map(CaseFileRows::insertion)
                        .toList());
        List<Decided> counting = knowledge.stream().map(Knowledge::counting).toList();
        jdbc.batchUpdate(
                "update decided set counts = false where assessment_id = ? and revision = ? and body_hash <> ? and counts",
                counting.stream()
                        .map(decided ->
                                new Object[] {decided.assessment().value(), decided.revision(), decided.bodyHash()})
                        .toList());
        jdbc.batchUpdate("""
                update decided set counts = true, urgency = ?, findings = ?::jsonb, explanation = ?::jsonb
                where assessment_id = ? and revision = ? and body_hash = ? and not (counts and urgency = ?)
                """, counting.stream().map(CaseFileRows::counted).toList());
    }

    private static Object[] counted(Decided decided) {
        return new Object[] {
            decided.urgency().name(),
            JSON.writeValueAsString(decided.findings()),
            decided.explanation(),
            decided.assessment().value(),
            decided.revision(),
            decided.bodyHash(),
            decided.urgency().name()
        };
    }

    private static @Nullable Object[] insertion(Decided decided) {
        return new @Nullable Object[] {
            decided.assessment().value(),
            decided.revision(),
            decided.bodyHash(),
            decided.origin().clinicId(),
            decided.origin().networkId(),
            decided.origin().synthetic(),
            SqlTimes.of(decided.receivedAt()),
            SqlTimes.of(decided.decidedAt()),
            decided.urgency().name(),
            JSON.writeValueAsString(decided.findings()),
            decided.explanation()
        };
    }

    private static Decided decided(ResultSet row, int index) throws SQLException {
        return new Decided(
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                row.getInt("revision"),
                AlertRows.origin(row),
                SqlTimes.required(row, "received_at"),
                SqlTimes.required(row, "decided_at"),
                row.getString("body_hash"),
                Urgency.valueOf(row.getString("urgency")),
                JSON.readValue(row.getString("findings"), FINDINGS),
                row.getString("explanation"));
    }
}
