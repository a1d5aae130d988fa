package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.messaging.Delivery.Refused;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;

class RefusalsTest {

    @Test
    void aRecordThatIsTooLargeOrHasAnImpossibleTopicIsRefusedForGood() {
        assertThat(Refusals.of(new KafkaException("Send failed", new RecordTooLargeException())))
                .contains(new Refused(true, "RecordTooLargeException"));
        assertThat(Refusals.of(new InvalidTopicException("no topic!")))
                .contains(new Refused(true, "InvalidTopicException"));
    }

    @Test
    void aTopicThatIsMissingOrClosedToUsMayComeYet() {
        assertThat(Refusals.of(new TimeoutException(new UnknownTopicOrPartitionException())))
                .contains(new Refused(false, "UnknownTopicOrPartitionException"));
        assertThat(Refusals.of(new TopicAuthorizationException("closed")))
                .contains(new Refused(false, "TopicAuthorizationException"));
    }

    @Test
    void aBrokerThatIsAwayAndAProducerThatIsClosedSayNothingAboutTheRecord() {
        assertThat(Refusals.of(new TimeoutException("away"))).isEmpty();
        assertThat(Refusals.of(new IllegalStateException("Cannot perform operation after producer has been closed")))
                .isEmpty();
    }
}
