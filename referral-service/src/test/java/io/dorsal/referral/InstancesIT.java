package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances, both lanes, everything twice and out of order: one effect. */
@ReferralServiceTest
class InstancesIT {

    private static final Logger LOG = LoggerFactory.getLogger(InstancesIT.class);
    private static final int ASSESSMENTS = 60;
    private static final int REVISIONS = 3;
    private static final String SNAPSHOT = """
            select string_agg(line, ';' order by line) from (
                select concat_ws('|', 'a', assessment_id, revision, received_at, decision) as line from assessment
                union all
                select concat_ws('|', 'r', referral_id, version, revision, urgency, state, is_open, due_at) from referral
                union all
                select concat_ws('|', 'c', referral_id, version, reason, changed_at) from referral_change
                union all
                select concat_ws('|', 'b', assessment_id, revision, body_hash, urgency) from decided_body
                union all
                select concat_ws('|', 'p', assessment_id, revision, received_at, reference) from patient_reference) as lines
            """;

    private final Random random = seeded();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BindingsLifecycleController bindings;

    @LocalServerPort
    private int port;

    @Test
    void twoInstancesOnBothLanesRouteEachDecisionOnceAndAReplayChangesNothing() {
        Set<UUID> sent;
        try (SecondInstance _ = SecondInstance.start()) {
            sent = sendEverythingTwiceAndShuffled();
            Neighbours.awaitConsumed();
        }
        assertThat(openReferrals(sent))
                .allSatisfy((assessment, queues) -> assertThat(queues).isEqualTo("NEUROSURGERY,PRIMARY_CARE"))
                .hasSize(ASSESSMENTS);
        awaitRelayed();
        assertThat(announced(sent))
                .allSatisfy((referral, versions) -> assertThat(versions)
                        .isEqualTo(Stream.iterate(1L, version -> version + 1)
                                .limit(versions.size())
                                .toList()));
        actOnSomeOf(sent);
        awaitRelayed();
        String before = snapshot();

        replayFromTheBeginning();

        assertThat(snapshot()).isEqualTo(before);
        assertThat(outbox()).isZero();
    }

    /** What people have closed must not come back by a replay. */
    private void actOnSomeOf(Set<UUID> ids) {
        HttpApi api = new HttpApi(port);
        List<String> actions = List.of(
                "accept {}",
                "return {\"reason\": \"WORK_UP_NEEDED\", \"advice\": \"CRP.\"}",
                "redirect {\"queue\": \"PHYSIATRY\", \"reason\": \"ANOTHER_SPECIALTY\"}",
                "cancel {\"reason\": \"SEEN_ELSEWHERE\"}");
        List<UUID> open = jdbc.sql("""
                        select referral_id from referral
                        where is_open and assessment_id in (:ids) order by referral_id limit 12
                        """).param("ids", ids).query(UUID.class).list();
        for (int number = 0; number < open.size(); number++) {
            String path = "/api/referrals/" + open.get(number);
            String token = TokenIssuer.shared().admin();
            String tag = api.get(path, token).header("ETag");
            String[] action = actions.get(number % actions.size()).split(" ", 2);
            assertThat(api.post(path + "/" + action[0], token, action[1], "If-Match", tag)
                            .status())
                    .isEqualTo(200);
        }
    }

    /** As after a crash between the commits of the database and of the offsets, of all that there ever was. */
    private void replayFromTheBeginning() {
        List<String> inputs = List.of("decisions-in-0", "bulkDecisions-in-0", "patients-in-0");
        inputs.forEach(bindings::stop);
        Neighbours.rewind();
        inputs.forEach(bindings::start);
        Neighbours.awaitConsumed();
    }

    /** An assessment keeps its lane; half of them come by each, and a few by both, which nobody should do. */
    private Set<UUID> sendEverythingTwiceAndShuffled() {
        List<UrgencyDecided> decisions = new ArrayList<>();
        for (int number = 0; number < ASSESSMENTS; number++) {
            UUID id = UUID.randomUUID();
            for (int revision = 1; revision <= REVISIONS; revision++) {
                UrgencyDecided decision = decision(id, revision);
                decisions.addAll(List.of(decision, decision));
            }
        }
        Collections.shuffle(decisions, random);
        for (UrgencyDecided decision : decisions) {
            boolean bulk = decision.getAssessmentId().hashCode() % 2 == 0 || random.nextInt(10) == 0;
            Neighbours.topics()
                    .send(bulk ? Topics.DECISIONS_BULK : Topics.DECISIONS, decision.getAssessmentId(), decision);
        }
        return decisions.stream().map(UrgencyDecided::getAssessmentId).collect(Collectors.toSet());
    }

    private UrgencyDecided decision(UUID id, int revision) {
        DecidedEvent decided = DecidedEvent.about(id).revision(revision).body("body" + revision);
        return switch (revision) {
            case 1 -> decided.asking(Queue.NEUROSURGERY, Urgency.SOON, "A").build();
            case 2 -> decided.asking(Queue.ONCOLOGY, Urgency.URGENT, "B").build();
            default ->
                decided.asking(Queue.NEUROSURGERY, Urgency.URGENT, "C")
                        .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "D")
                        .build();
        };
    }

    private Map<UUID, String> openReferrals(Set<UUID> ids) {
        return jdbc
                .sql("""
                        select assessment_id, string_agg(queue, ',' order by queue) as queues from referral
                        where is_open and assessment_id in (:ids) group by assessment_id
                        """)
                .param("ids", ids)
                .query((row, index) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Versions of each referral, in the order in which they were announced. */
    private Map<UUID, List<Long>> announced(Set<UUID> ids) {
        return ids.stream()
                .limit(10)
                .flatMap(id -> Neighbours.topics().events(Topics.REFERRAL_CHANGES, id).stream())
                .collect(Collectors.groupingBy(
                        ReferralChanged::getReferralId,
                        Collectors.mapping(ReferralChanged::getVersion, Collectors.toList())));
    }

    private void awaitRelayed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> outbox() == 0);
    }

    private int outbox() {
        return jdbc.sql("select count(*) from outbox").query(Integer.class).single();
    }

    private String snapshot() {
        return jdbc.sql(SNAPSHOT).query(String.class).single();
    }

    private static Random seeded() {
        long seed = new Random().nextLong();
        LOG.info("The seed of this test is {}", seed);
        return new Random(seed);
    }
}
