package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.jdbc.AmendingDatabase;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.Amendments;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.intake.submission.Fingerprint;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.Telling;
import io.dorsal.intake.view.jdbc.Folding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Amendments in a table of their own. Whoever enters one holds the lock of its assessment, so that of two one wins;
 * whoever sends holds the locks of the amendments that wait, so that no older one is sent after a newer.
 */
final class JdbcAmendments implements Amendments {

    private final AmendingDatabase database;
    private final EarlierAssessments earlier;
    private final AmendmentRows rows;
    private final Telling telling;

    JdbcAmendments(AmendingDatabase database, EarlierAssessments earlier, AmendmentRows rows, Telling telling) {
        this.database = database;
        this.earlier = earlier;
        this.rows = rows;
        this.telling = telling;
    }

    @Override
    public Entry enter(AmendmentRequest request, Fingerprint fingerprint, Instant receivedAt) {
        List<Change> changes = new ArrayList<>();
        Entry entry = database.write(jdbc -> {
            changes.clear();
            return new Entering(jdbc, request, fingerprint, receivedAt, changes).entry();
        });
        changes.forEach(telling::tell);
        return entry;
    }

    @Override
    public boolean send(UUID assessmentId, Announcements announcements) {
        return database.write(jdbc -> {
            for (AcceptedAssessment waiting : rows.lockUnsent(jdbc, assessmentId)) {
                if (!announcements.announce(waiting)) {
                    return false;
                }
                AmendmentRows.markSent(jdbc, waiting);
            }
            return true;
        });
    }

    @Override
    public List<UUID> unsent(Instant enteredBefore, int atMost) {
        return database.write(jdbc -> jdbc.queryForList(
                "select assessment_id from amendment where body is not null and received_at < ?"
                        + " group by assessment_id order by min(received_at) limit ?",
                UUID.class,
                enteredBefore.atOffset(ZoneOffset.UTC),
                atMost));
    }

    @Override
    public Unsent unsent() {
        return database.write(AmendmentRows::unsent);
    }

    /** One attempt to enter, within a transaction. */
    private final class Entering {

        private final JdbcTemplate jdbc;
        private final AmendmentRequest request;
        private final Fingerprint fingerprint;
        private final Instant receivedAt;
        private final List<Change> changes;

        Entering(
                JdbcTemplate jdbc,
                AmendmentRequest request,
                Fingerprint fingerprint,
                Instant receivedAt,
                List<Change> changes) {
            this.jdbc = jdbc;
            this.request = request;
            this.fingerprint = fingerprint;
            this.receivedAt = receivedAt;
            this.changes = changes;
        }

        Entry entry() {
            Optional<AssessmentView> view = Folding.lockKnown(jdbc, request.assessmentId());
            return view.filter(this::isOfTheClinic).map(this::entry).orElseGet(Entry.Unknown::new);
        }

        private boolean isOfTheClinic(AssessmentView view) {
            return view.origin()
                    .filter(origin -> origin.clinicId().equals(request.clinic().id()))
                    .isPresent();
        }

        private Entry entry(AssessmentView view) {
            Standing standing = Standing.of(view);
            if (view.isErased()) {
                return new Entry.Erased();
            }
            return standing.lane()
                    .map(lane -> entry(view, standing, amended(lane)))
                    .orElseGet(Entry.NotYetKnown::new);
        }

        private Entry entry(AssessmentView view, Standing standing, AcceptedAssessment mine) {
            if (request.revision() < 1) {
                return new Entry.Stale();
            }
            return AmendmentRows.earlier(jdbc, mine)
                    .or(() -> fromTopics(view, mine))
                    .orElseGet(() -> standing.revision() == request.revision()
                            ? entered(counted(standing, mine))
                            : new Entry.Stale());
        }

        private AcceptedAssessment amended(Lane lane) {
            return new AcceptedAssessment(
                    request.assessmentId(),
                    request.revision() + 1,
                    request.clinic(),
                    request.channel(),
                    lane,
                    receivedAt,
                    null,
                    fingerprint,
                    request.assessment());
        }

        /** Of the time before the first revision: what the patient had since then is later. */
        private AcceptedAssessment counted(Standing standing, AcceptedAssessment mine) {
            return mine.following(earlier.count(
                    jdbc, Presentation.of(mine, standing.firstReceivedAt().orElse(receivedAt))));
        }

        /** Where this table knows less than the view, as after a loss of the database: what came from the topics was sent. */
        private Optional<Entry> fromTopics(AssessmentView view, AcceptedAssessment mine) {
            List<Submitted> told = view.all(Submitted.class)
                    .filter(fact -> fact.body().revision() == mine.revision())
                    .toList();
            if (told.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(told.stream()
                    .map(fact -> mine.asReceivedAt(fact.receivedAt()))
                    .filter(same -> isTold(view, same))
                    .findFirst()
                    .<Entry>map(same -> new Entry.Entered(same.receipt(), true))
                    .orElseGet(Entry.Stale::new));
        }

        private static boolean isTold(AssessmentView view, AcceptedAssessment mine) {
            return view.facts().containsValue(mine.referenced())
                    && view.all(Submitted.class).anyMatch(mine::isSameAs);
        }

        private Entry entered(AcceptedAssessment mine) {
            rows.insert(jdbc, mine);
            changes.addAll(Folding.fold(jdbc, List.of(mine.submitted(), mine.referenced())));
            return new Entry.Entered(mine.receipt(), false);
        }
    }
}
