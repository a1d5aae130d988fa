package io.dorsal.notification.patient.kafka;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.patient.PatientReferences;
import io.dorsal.schemas.topics.Subscriptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the listener of patient references. */
@Configuration(proxyBeanMethods = false)
class PatientsConfiguration {

    @Bean
    EventListener<PatientReferenced> patients(
            EventListeners listeners, PatientReferences references, DatabaseWatch watch) {
        PatientsProcessor processor = new PatientsProcessor(references, watch);
        return listeners.listener(Subscriptions.NOTIFICATION_PATIENTS, processor, processor);
    }
}
