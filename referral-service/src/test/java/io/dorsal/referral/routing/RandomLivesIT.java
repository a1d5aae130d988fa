package io.dorsal.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.ReferralServiceTest;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.lifecycle.jdbc.ReferralRows;
import io.dorsal.referral.worklist.Worklists;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The core alone and the core over PostgreSQL come to the same, step by step. */
@ReferralServiceTest
class RandomLivesIT {

    private static final Logger LOG = LoggerFactory.getLogger(RandomLivesIT.class);
    private static final int LIVES = 8;
    private static final int STEPS = 30;

    private final long seed = new Random().nextLong();

    @Autowired
    private Cases cases;

    @Autowired
    private ReferralStore store;

    @Autowired
    private Announcements announcements;

    @Autowired
    private Worklists worklists;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theDatabaseComesToWhatTheCoreComesTo() {
        LOG.info("The seed of this test is {}", seed);
        for (int life = 0; life < LIVES; life++) {
            live(new RandomLife(seed + life));
        }
    }

    private void live(RandomLife life) {
        FakeCases memory = new FakeCases(new RoutingPolicy(NetworkTargets.everywhere(World.TARGETS)));
        World model = new World(memory, memory, memory);
        World real = new World(cases, store, announcements);
        for (int number = 0; number < STEPS; number++) {
            RandomLife.Step step = life.next(memory.referrals());
            String expected = model.take(step, life.now());
            String actual = transactions.execute(status -> real.take(step, life.now()));

            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            assertThat(stored(life)).as("seed %d after %s", seed, step).isEqualTo(memory.referrals());
            assertThat(Tally.errors(jdbc)).as("seed %d after %s", seed, step).isEmpty();
        }
        assertThat(history(life)).isEqualTo(memory.announced().size());
        assertThat(standing(life.now())).as("seed %d", seed).isEqualTo(Tally.counted(jdbc, life.now()));
    }

    private Map<ReferralId, Referral> stored(RandomLife life) {
        return jdbc
                .sql("select * from referral where assessment_id = :id")
                .param("id", life.id().value())
                .query(ReferralRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Referral::id, Function.identity()));
    }

    private List<String> standing(Instant now) {
        return worklists.summaries(Visibility.ofEverything(), now).stream()
                .map(queue -> "%s %d %d %d %s"
                        .formatted(
                                queue.queue(),
                                queue.byState().values().stream()
                                        .mapToInt(count -> count)
                                        .sum(),
                                queue.byUrgency().getOrDefault(Urgency.URGENT, 0),
                                queue.breaches(),
                                queue.oldest()))
                .sorted()
                .toList();
    }

    private int history(RandomLife life) {
        return jdbc.sql(
                        "select count(*) from referral_change join referral using (referral_id) where assessment_id = :id")
                .param("id", life.id().value())
                .query(Integer.class)
                .single();
    }
}
