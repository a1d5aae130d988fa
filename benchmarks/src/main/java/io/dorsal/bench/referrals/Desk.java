package io.dorsal.bench.referrals;

import io.dorsal.referral.acting.Acting;
import io.dorsal.referral.acting.ActingOnReferral;
import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.Position;
import io.dorsal.referral.worklist.WorklistQuery;
import io.dorsal.referral.worklist.Worklists;
import io.dorsal.rules.decision.Queue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who works on all queues of both networks, by the code of the service. */
final class Desk implements AutoCloseable {

    private static final int PAGE = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(28);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Set<String> NETWORKS = Set.of("network-0", "network-1");
    private static final Visibility ALL = seeing(EnumSet.allOf(Queue.class));

    /** Accepted by nobody, and neither so urgent nor so late that it could not be paused; as chance has given them ids. */
    private static final String NEXT = """
            select referral_id from referral
            where state = 'ROUTED' and urgency in ('SOON', 'ROUTINE') and due_at > now() + interval '1 hour' and queue <> 'PRIMARY_CARE'
            order by referral_id limit 5000
            """;

    private static final String MIDDLE = """
            select referral_id from referral where queue = :queue and is_open
            order by urgency, due_at, referral_id
            offset (select count(*) / 2 from referral where queue = :queue and is_open) limit 1
            """;

    private final AnnotationConfigApplicationContext parts;
    private final Worklists worklists;
    private final ActingOnReferral acting;
    private final TransactionTemplate transactions;
    private final int size;
    private final Map<Queue, Position> middles = new EnumMap<>(Queue.class);
    private final ArrayDeque<ReferralId> next;
    private final ArrayDeque<ReferralId> accepted = new ArrayDeque<>();
    private final ArrayDeque<ReferralId> scheduled = new ArrayDeque<>();

    private Desk(AnnotationConfigApplicationContext parts, int size) {
        this.parts = parts;
        this.size = size;
        this.worklists = parts.getBean(Worklists.class);
        this.transactions = parts.getBean(TransactionTemplate.class);
        ReferralStore store = parts.getBean(ReferralStore.class);
        this.acting = new ActingOnReferral(
                new LifeCycle(LONGEST_PAUSE), store, Placing.NOWHERE, parts.getBean(Announcements.class), CLOCK);
        JdbcClient jdbc = parts.getBean(JdbcClient.class);
        this.next = jdbc.sql(NEXT).query(UUID.class).list().stream()
                .map(ReferralId::new)
                .collect(Collectors.toCollection(ArrayDeque::new));
        for (Queue queue : Queue.values()) {
            ReferralId middle = new ReferralId(jdbc.sql(MIDDLE)
                    .param("queue", queue.name())
                    .query(UUID.class)
                    .single());
            middles.put(
                    queue, Position.of(worklists.find(middle, ALL).orElseThrow().referral()));
        }
    }

    static Desk over(Server.Filled database) {
        return new Desk(Parts.over(database.url()), database.referrals());
    }

    /** The names of all queues, as PostgreSQL reads an array. */
    static String queueNames() {
        return Arrays.stream(Queue.values()).map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    int size() {
        return size;
    }

    void summarize(Queue... queues) {
        require(
                worklists
                        .summaries(seeing(EnumSet.of(queues[0], queues)), CLOCK.instant())
                        .size(),
                queues.length);
    }

    void firstPage(Queue queue) {
        require(
                worklists
                        .page(new WorklistQuery(queue, null, null, PAGE), seeing(Set.of(queue)))
                        .size(),
                PAGE);
    }

    void pageInTheMiddle(Queue queue) {
        WorklistQuery query = new WorklistQuery(queue, null, middles.get(queue), PAGE);
        require(worklists.page(query, seeing(Set.of(queue))).size(), PAGE);
    }

    void actOnNext(Action action) {
        ReferralId id = next.remove();
        act(id, 1, action);
        if (action instanceof Action.Accept) {
            accepted.add(id);
        }
    }

    void actOnAccepted(Action action) {
        ReferralId id = accepted.remove();
        act(id, 2, action);
        scheduled.add(id);
    }

    void actOnScheduled(Action action) {
        act(scheduled.remove(), 3, action);
    }

    private void act(ReferralId id, long version, Action action) {
        Acting result =
                transactions.execute(status -> acting.act(id, ALL, version, new Deed(action, "somebody", null)));
        if (!(result instanceof Acting.Done)) {
            throw new IllegalStateException("%s was not done: %s".formatted(action.name(), result));
        }
    }

    private static void require(int actual, int expected) {
        if (actual != expected) {
            throw new IllegalStateException("%d instead of %d were read".formatted(actual, expected));
        }
    }

    private static Visibility seeing(Set<Queue> queues) {
        return new Visibility(false, queues, NETWORKS, null);
    }

    @Override
    public void close() {
        parts.close();
    }
}
