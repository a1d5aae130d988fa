package io.dorsal.kit.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTest {

    @ParameterizedTest
    @ValueSource(strings = {"north|a", "|", "", " "})
    void anIdThatCouldBeMistakenForTwoPartsIsRefused(String id) {
        assertThat(Clinic.isId(id)).isFalse();
        assertThatThrownBy(() -> clinic(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrdinaryIdIsTaken() {
        assertThat(clinic("north").id()).isEqualTo("north");
    }

    private static Clinic clinic(String id) {
        return new Clinic(id, "North Clinic", "metro", ZoneOffset.UTC, "1", "always", false);
    }
}
