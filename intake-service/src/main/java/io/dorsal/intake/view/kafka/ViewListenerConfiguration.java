package io.dorsal.intake.view.kafka;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Forgetting;
import io.dorsal.intake.view.Telling;
import io.dorsal.intake.view.Views;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The listeners that keep the view; each bean is the consumer of the binding that bears its name. */
@Configuration(proxyBeanMethods = false)
class ViewListenerConfiguration {

    private final EventListeners listeners;
    private final ViewUpdates updates;
    private final Facts facts;

    ViewListenerConfiguration(
            EventListeners listeners, Views views, Telling telling, AnswersAvro answers, AssessmentJson assessments) {
        this.listeners = listeners;
        this.updates = new ViewUpdates(views, telling);
        this.facts = new Facts(answers, assessments);
    }

    @Bean
    EventListener<AssessmentSubmitted> assessments() {
        return listener(Subscriptions.VIEW_ASSESSMENTS, facts::submitted);
    }

    @Bean
    EventListener<AssessmentSubmitted> assessmentsBulk() {
        return listener(Subscriptions.VIEW_ASSESSMENTS_BULK, facts::submitted);
    }

    @Bean
    EventListener<PatientReferenced> patients(Forgetting forgetting) {
        return listeners.listener(
                Subscriptions.VIEW_PATIENTS,
                updates.of(event -> Optional.of(facts.referenced(event))),
                key -> ParkedRecords.assessmentId(key).ifPresent(id -> {
                    updates.fold(List.of(new Fact.Erased(id)));
                    forgetting.forget(id);
                }));
    }

    @Bean
    EventListener<UrgencyDecided> decisions() {
        return listener(Subscriptions.VIEW_DECISIONS, facts::decided);
    }

    @Bean
    EventListener<UrgencyDecided> decisionsBulk() {
        return listener(Subscriptions.VIEW_DECISIONS_BULK, facts::decided);
    }

    @Bean
    EventListener<ReferralChanged> referrals() {
        return listener(Subscriptions.VIEW_REFERRALS, facts::referral);
    }

    @Bean
    EventListener<AlertChanged> alerts() {
        return listeners.listener(Subscriptions.VIEW_ALERTS, updates.of(facts::alert));
    }

    @Bean
    Consumer<Message<List<ConsumerRecord<String, byte[]>>>> parked(PublishedSchemas schemas, IntakeMetrics metrics) {
        return new ParkedRecords(EventCodec.of(AssessmentSubmitted.class, schemas), updates, metrics);
    }

    private <E extends SpecificRecord> EventListener<E> listener(
            Subscription<E> subscription, Function<E, Fact> reading) {
        return listeners.listener(subscription, updates.of(reading.andThen(Optional::of)));
    }
}
