package io.dorsal.intake.form.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import org.springframework.http.HttpStatus;

/** Finds the clinic of whoever fills in the form. */
final class CallersClinic {

    private final ClinicDirectory clinics;

    CallersClinic(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    /** The clinic; 403 where the account has none of this platform. */
    Clinic of(Caller caller) {
        return caller.clinicId()
                .flatMap(clinics::find)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.FORBIDDEN, "The account names no clinic of this platform."));
    }
}
