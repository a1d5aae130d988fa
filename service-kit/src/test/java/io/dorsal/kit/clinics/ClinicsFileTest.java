package io.dorsal.kit.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class ClinicsFileTest {

    private static final String CLINICS = """
            clinics:
              - {id: north, name: North, network: metro, timeZone: UTC, phone: "1", hours: always}
            """;

    @Test
    void aNetworkTellsWhereItsOnCallStaffAreReached() throws IOException {
        ClinicDirectory clinics = read("networks: {metro: {sharesPatientKeys: false, onCallPhone: '+49 30 1'}}");

        assertThat(clinics.onCallPhoneOf("metro")).contains("+49 30 1");
    }

    @Test
    void aNetworkNeedNotTellThat() throws IOException {
        ClinicDirectory clinics = read("networks: {metro: {sharesPatientKeys: false}}");

        assertThat(clinics.onCallPhoneOf("metro")).isEmpty();
        assertThat(clinics.find("north")).isPresent();
    }

    @Test
    void whatElseIsLeftOutIsRefused() {
        assertThatThrownBy(() -> read("networks: {metro: {onCallPhone: '+49 30 1'}}"))
                .isInstanceOf(RuntimeException.class);
    }

    private static ClinicDirectory read(String networks) throws IOException {
        return new ClinicsConfiguration()
                .clinicDirectory(new ByteArrayResource((networks + "\n" + CLINICS).getBytes(StandardCharsets.UTF_8)));
    }
}
