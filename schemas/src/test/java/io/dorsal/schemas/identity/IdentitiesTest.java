package io.dorsal.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final UUID ASSESSMENT = UUID.fromString("018f2b1e-7c00-7000-8000-000000000001");

    @Test
    void aSubmissionWithoutKeyGetsATimeOrderedId() {
        assertThat(Identities.newAssessmentId().version()).isEqualTo(7);
    }

    @Test
    void theSameKeyOfTheSameClinicGivesTheSameAssessment() {
        assertThat(Identities.assessmentId("north", "k-1")).isEqualTo(Identities.assessmentId("north", "k-1"));
    }

    @Test
    void theSameKeyOfAnotherClinicGivesAnotherAssessment() {
        assertThat(Identities.assessmentId("north", "k-1")).isNotEqualTo(Identities.assessmentId("south", "k-1"));
    }

    @Test
    void aKeyMadeByThePlatformGivesATimeOrderedIdOfThatClinicAlone() {
        UUID ofNorth = Identities.assessmentId("north", ASSESSMENT);

        assertThat(ofNorth.version()).isEqualTo(7);
        assertThat(ofNorth.variant()).isEqualTo(2);
        assertThat(ofNorth.getMostSignificantBits() >>> 16).isEqualTo(ASSESSMENT.getMostSignificantBits() >>> 16);
        assertThat(ofNorth)
                .isEqualTo(Identities.assessmentId("north", ASSESSMENT))
                .isNotEqualTo(Identities.assessmentId("south", ASSESSMENT))
                .isNotEqualTo(ASSESSMENT);
    }

    /** Stored data depends on these values: a change of the scheme must not go unnoticed. */
    @Test
    void nameBasedIdsNeverChange() {
        assertThat(Identities.decisionId(ASSESSMENT, 1)).hasToString("d2b792ed-eb28-5e55-85e9-dfbb45ee24b8");
        assertThat(Identities.referralId(ASSESSMENT, Queue.NEUROSURGERY, 1))
                .hasToString("a2231b42-7e69-5e8c-83b0-806772446d27");
        assertThat(Identities.alertId(ASSESSMENT, 1)).hasToString("d2b792ed-eb28-5e55-85e9-dfbb45ee24b8");
        assertThat(Identities.deliveryId(ASSESSMENT, 1, 1, "ada", "EMAIL"))
                .hasToString("20aedf41-d27b-538c-98aa-30d0b58ccfff");
        assertThat(Identities.disagreementId(ASSESSMENT, 1, "00ff", "ff00"))
                .hasToString("36786a31-c801-52fa-afed-8d90d1413993");
    }
}
