package io.dorsal.notification.failopen.kafka;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.kafka.DecidedEvents;
import io.dorsal.notification.failopen.FailingOpen;
import io.dorsal.notification.paging.kafka.ParkedRecordReader;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the emergencies told that are read ahead; a record that says nothing that can be understood counts as one. */
final class EmergenciesAhead {

    private static final Logger LOG = LoggerFactory.getLogger(EmergenciesAhead.class);

    private final EventCodec<UrgencyDecided> decisions;
    private final ParkedRecordReader parkedRecords;
    private final FailingOpen failingOpen;

    EmergenciesAhead(EventCodec<UrgencyDecided> decisions, ParkedRecordReader parkedRecords, FailingOpen failingOpen) {
        this.decisions = decisions;
        this.parkedRecords = parkedRecords;
        this.failingOpen = failingOpen;
    }

    /** True for the topic of emergencies. */
    static boolean isAbout(String topic) {
        return topic.equals(Topics.EMERGENCIES.name());
    }

    void tell(ConsumerRecord<String, byte[]> record) {
        if (isAbout(record.topic())) {
            tellOfDecision(record);
        } else {
            failingOpen.tell(parkedRecords.read(record));
        }
    }

    private void tellOfDecision(ConsumerRecord<String, byte[]> record) {
        try {
            switch (decisions.decode(record.value())) {
                case Decoding.Decoded<UrgencyDecided>(UrgencyDecided event) ->
                    failingOpen.tell(DecidedEvents.toDomain(event));
                case Decoding.Undecodable<UrgencyDecided>(Decoding.Defect defect) ->
                    failingOpen.tell(parkedRecords.unreadableEmergency(record, defect.name()));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "The record {}-{}@{} cannot be understood and is told of as a possible emergency: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    FailureTrace.of(e));
            failingOpen.tell(
                    parkedRecords.unreadableEmergency(record, e.getClass().getSimpleName()));
        }
    }
}
