package io.dorsal.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the referral-service. */
@SpringBootApplication
public class ReferralServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ReferralServiceApplication.class, args);
    }
}
