package io.dorsal.intake.view.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.ChangedAssessments;
import io.dorsal.kit.background.BackgroundLoop;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Wires reading by REST. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamLimits.class)
class ViewHttpConfiguration {

    @Bean
    AssessmentBodies assessmentBodies(JsonMapper json) {
        return new AssessmentBodies(json);
    }

    @Bean
    AssessmentStreams assessmentStreams(
            ChangedAssessments changes,
            AssessmentBodies bodies,
            JsonMapper json,
            StreamLimits limits,
            IntakeMetrics metrics) {
        AssessmentStreams streams =
                new AssessmentStreams(changes, view -> json.writeValueAsString(bodies.of(view)), limits, metrics);
        metrics.showStreams(streams::count);
        return streams;
    }

    @Bean
    BackgroundLoop readingChanges(AssessmentStreams streams, ApplicationEventPublisher events) {
        return new BackgroundLoop("reading-changes", events, streams::round);
    }

    /** Before the server waits for requests to end, which these would not. */
    @Bean
    ApplicationListener<ContextClosedEvent> endingStreams(AssessmentStreams streams) {
        return closed -> streams.close();
    }

    @Bean
    SelectionReader selectionReader() {
        return new SelectionReader();
    }
}
