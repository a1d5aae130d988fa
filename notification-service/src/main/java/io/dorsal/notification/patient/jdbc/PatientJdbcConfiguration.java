package io.dorsal.notification.patient.jdbc;

import io.dorsal.notification.patient.PatientReferences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the store of patient references. */
@Configuration(proxyBeanMethods = false)
class PatientJdbcConfiguration {

    @Bean
    PatientReferences patientReferences(JdbcTemplate jdbc, TransactionTemplate transactions) {
        return new PostgresPatientReferences(jdbc, transactions);
    }
}
