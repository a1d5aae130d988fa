package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What belongs to one clinic, or one network, does not exist for another; tokens come from the platform's identity. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicSeesOnlyItsOwnIT {

    private final Dorsal dorsal;
    private final UUID assessmentId;
    private String alertId = "";
    private String referralId = "";

    ClinicSeesOnlyItsOwnIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.assessmentId = dorsal.clinic("clinic-north").submit(anEmergency().assessment());
    }

    private static Case anEmergency() {
        return Case.all().stream().filter(Case::isEmergency).findFirst().orElseThrow();
    }

    @BeforeAll
    void awaitTheOutcome() {
        var read = dorsal.clinic("clinic-north").outcome(assessmentId).read();
        alertId = read.path("alert").path("alertId").asString();
        referralId = read.path("referrals").path(0).path("referralId").asString();
    }

    @Test
    void staffOfTheClinicReadIt() {
        assertThat(intake("north")).isEqualTo(200);
    }

    @Test
    void anotherClinicOfTheNetworkDoesNotFindIt() {
        assertThat(intake("clinic-south")).isEqualTo(404);
    }

    @Test
    void aClinicOfAnotherNetworkDoesNotFindIt() {
        assertThat(intake("clinic-harbor")).isEqualTo(404);
    }

    @Test
    void nobodyReadsItWithoutAToken() {
        assertThat(dorsal.anonymous(Service.INTAKE).get(path()).status()).isEqualTo(401);
    }

    @Test
    void onCallStaffAreNotAllowedIn() {
        assertThat(intake("oncall")).isEqualTo(403);
    }

    @Test
    void onCallStaffOfTheNetworkReadItsAlert() {
        assertThat(alert("oncall")).isEqualTo(200);
    }

    @Test
    void onCallStaffOfAnotherNetworkDoNotFindItsAlert() {
        assertThat(alert("oncall-coast")).isEqualTo(404);
    }

    @Test
    void anotherClinicDoesNotFindItsReferral() {
        assertThat(referral("clinic-north")).isEqualTo(200);
        assertThat(referral("clinic-south")).isEqualTo(404);
    }

    @Test
    void aSpecialistOfOtherQueuesDoesNotFindItsReferral() {
        assertThat(referral("rheuma")).isEqualTo(404);
    }

    private String path() {
        return "/api/assessments/" + assessmentId;
    }

    private int intake(String account) {
        return dorsal.api(Service.INTAKE, account).get(path()).status();
    }

    private int alert(String account) {
        return dorsal.api(Service.NOTIFICATION, account)
                .get("/api/alerts/" + alertId)
                .status();
    }

    private int referral(String account) {
        return dorsal.api(Service.REFERRAL, account)
                .get("/api/referrals/" + referralId)
                .status();
    }
}
