package io.dorsal.intake.bulk;

import io.dorsal.intake.submission.ContentKeys;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Wires reading uploads, and how much of them. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    BulkSettings bulkSettings(
            @Value("${intake.bulk.window}") int window,
            @Value("${intake.bulk.most-lines}") int mostLines,
            @Value("${intake.bulk.read-ahead}") DataSize readAhead) {
        return new BulkSettings(window, mostLines, readAhead.toBytes());
    }

    @Bean
    ContentKeys contentKeys(AssessmentJson json, @Value("${intake.bulk.key-secret}") String secret) {
        return new ContentKeys(json, secret);
    }

    @Bean
    ReadingLines readingLines(AssessmentJson json, ContentKeys contentKeys, Clock clock) {
        return new ReadingLines(json, contentKeys, clock);
    }
}
