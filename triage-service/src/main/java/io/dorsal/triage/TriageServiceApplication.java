package io.dorsal.triage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the triage service. */
@SpringBootApplication
public class TriageServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(TriageServiceApplication.class, args);
    }
}
