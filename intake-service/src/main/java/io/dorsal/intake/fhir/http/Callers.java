package io.dorsal.intake.fhir.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import org.springframework.http.HttpStatus;

/** Whose resources a caller may see, and in whose name it submits. */
final class Callers {

    private final ClinicDirectory clinics;

    Callers(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    /** The clinic of a caller who submits. */
    Clinic clinic(Caller caller) {
        return caller.clinicId().flatMap(clinics::find).orElseThrow(Callers::ofNoClinic);
    }

    /** The clinic of a caller who reads. */
    static String clinicId(Caller caller) {
        return caller.clinicId().orElseThrow(Callers::ofNoClinic);
    }

    private static ProblemException ofNoClinic() {
        return new ProblemException(HttpStatus.FORBIDDEN, "The token names no clinic of this platform.");
    }
}
