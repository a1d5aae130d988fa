package io.dorsal.intake.outcome.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.outcome.OutcomeQueue;
import io.dorsal.intake.outcome.OutcomeQueue.Claim;
import io.dorsal.intake.outcome.OutcomeQueue.Result;
import io.dorsal.intake.outcome.ReceiverId;
import io.dorsal.intake.testing.IntakeServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for clinics that nobody else here tells. */
@IntakeServiceTest
class OutcomeQueueIT {

    /** So far ahead that the service, which looks after the same table, finds nothing old about it. */
    private static final Instant NOON = Instant.parse("2126-03-14T12:00:00Z");

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    private OutcomeQueue queue;

    @Autowired
    private JdbcTemplate jdbc;

    private final String clinic = "clinic-" + UUID.randomUUID();
    private final String another = "clinic-" + UUID.randomUUID();

    @Test
    void whatIsClaimedIsNotClaimedAgainUntilItsLeaseEnds() {
        UUID one = enqueue(clinic, 3, NOON);

        assertThat(claim(8, NOON)).containsExactly(new Claim(one, clinic, 1, "body"));
        assertThat(claim(8, NOON.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(8, NOON.plus(LEASE))).containsExactly(new Claim(one, clinic, 2, "body"));
    }

    @Test
    void ofEachClinicTheMostUrgentAreClaimedUpToTheNumber() {
        enqueue(clinic, 3, NOON);
        UUID later = enqueue(clinic, 0, NOON.plusSeconds(2));
        UUID sooner = enqueue(clinic, 0, NOON.plusSeconds(1));
        UUID others = enqueue(another, 3, NOON);
        enqueue("clinic-" + UUID.randomUUID(), 0, NOON);

        assertThat(claim(2, NOON.plusSeconds(3)))
                .extracting(Claim::id)
                .containsExactlyInAnyOrder(later, sooner, others);
    }

    @Test
    void whatFailedIsDueAgainAndWhatWasTakenIsNot() {
        UUID failed = enqueue(clinic, 3, NOON);
        UUID taken = enqueue(clinic, 3, NOON);
        claim(8, NOON);

        queue.record(List.of(new Result(failed, NOON.plusSeconds(90)), new Result(taken, null)), NOON.plusSeconds(1));

        assertThat(claim(8, NOON.plusSeconds(89))).isEmpty();
        assertThat(claim(8, NOON.plusSeconds(90))).extracting(Claim::id).containsExactly(failed);
        assertThat(queue.waiting(Set.of(clinic)).count()).isOne();
        assertThat(queue.waiting(Set.of(clinic)).since()).contains(NOON);
        assertThat(jdbc.queryForObject("select body from webhook_delivery where webhook_id = ?", String.class, taken))
                .isNull();
    }

    @Test
    void whatIsTooOldIsGivenUpAndForgottenMuchLater() {
        UUID old = enqueue(clinic, 3, NOON);
        UUID young = enqueue(clinic, 3, NOON.plusSeconds(10));

        assertThat(queue.keepHouse(NOON.plusSeconds(5), NOON.minusSeconds(1), NOON.plusSeconds(20)))
                .isPositive();
        assertThat(claim(8, NOON.plusSeconds(30))).extracting(Claim::id).containsExactly(young);

        queue.keepHouse(NOON, NOON.plusSeconds(21), NOON.plusSeconds(40));
        assertThat(jdbc.queryForList("select webhook_id from webhook_delivery where clinic_id = ?", UUID.class, clinic))
                .containsExactly(young)
                .doesNotContain(old);
    }

    @Test
    void aClinicThatIsToldAlreadyIsToldOn() {
        queue.begin(Set.of(clinic), NOON);
        queue.begin(Set.of(clinic, another), NOON.plusSeconds(60));

        assertThat(since(clinic)).isEqualTo(NOON);
        assertThat(since(another)).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aReceiverThatWantsNoMoreIsRememberedUntilSomebodyForgetsIt() {
        ReceiverId receiver = new ReceiverId(clinic, "a");

        assertThat(queue.markGone(receiver, NOON)).isTrue();
        assertThat(queue.markGone(receiver, NOON.plusSeconds(1))).isFalse();
        assertThat(queue.gone()).contains(receiver).doesNotContain(new ReceiverId(clinic, "b"));

        jdbc.update("delete from webhook_gone where clinic_id = ?", clinic); // as the runbook has it
        assertThat(queue.gone()).doesNotContain(receiver);
    }

    private Instant since(String clinicId) {
        return jdbc.queryForObject(
                "select since from webhook_clinic where clinic_id = ?",
                (row, index) -> row.getTimestamp(1).toInstant(),
                clinicId);
    }

    private List<Claim> claim(int ofEach, Instant now) {
        return queue.claim(List.of(clinic, another), ofEach, now, now.plus(LEASE));
    }

    private UUID enqueue(String clinicId, int priority, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.update("""
                insert into webhook_delivery (webhook_id, clinic_id, priority, body, enqueued_at, due_at)
                values (?, ?, ?, 'body', ?, ?)
                """, id, clinicId, priority, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC));
        return id;
    }
}
