package io.dorsal.referral.sites;

import static io.dorsal.referral.sites.SomeSites.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingRisksTest {

    private final List<Referral> atRisk = new ArrayList<>();
    private final List<Queue> told = new ArrayList<>();
    private final TellingRisks telling = new TellingRisks(new FakeRisks(), (risk, first) -> told.add(first.queue()));

    @Test
    void aRiskIsToldOnceHoweverOftenOneLooks() {
        atRisk.add(SomeSites.referral(Urgency.URGENT));

        telling.tell(NOW);
        telling.tell(NOW.plusSeconds(1));

        assertThat(told).containsExactly(SomeSites.QUEUE);
    }

    @Test
    void aRiskThatComesAndGoesIsToldOnce() {
        for (int minute = 0; minute < 300; minute++) {
            atRisk.clear();
            if (minute % 50 == 0) {
                atRisk.add(SomeSites.referral(Urgency.URGENT));
            }
            telling.tell(NOW.plus(Duration.ofMinutes(minute)));
        }

        assertThat(told).hasSize(1);
    }

    @Test
    void aRiskThatComesBackAfterItWasOverIsToldAgain() {
        atRisk.add(SomeSites.referral(Urgency.URGENT));
        telling.tell(NOW);
        atRisk.clear();
        telling.tell(NOW.plusSeconds(1));
        telling.tell(NOW.plus(Duration.ofHours(2)));
        atRisk.add(SomeSites.referral(Urgency.URGENT));
        telling.tell(NOW.plus(Duration.ofHours(3)));

        assertThat(told).hasSize(2);
    }

    private final class FakeRisks implements RiskBook {

        private final Map<Queue, QueueRisk> known = new EnumMap<>(Queue.class);

        @Override
        public List<Referral> firstAtRisk() {
            return atRisk;
        }

        @Override
        public List<QueueRisk> told() {
            return List.copyOf(known.values());
        }

        @Override
        public boolean begin(QueueRisk risk) {
            return known.putIfAbsent(risk.queue(), risk) == null;
        }

        @Override
        public void update(QueueRisk risk) {
            known.put(risk.queue(), risk);
        }

        @Override
        public void end(Queue queue) {
            known.remove(queue);
        }
    }
}
