package io.dorsal.intake.cdshooks.http;

import java.util.List;
import java.util.stream.Stream;

/** Why somebody may not go by a decision; a system may have reasons of its own. Codes are public API. */
enum OverrideReason {
    ALREADY_DONE("Already acted upon"),
    CLINICAL_JUDGEMENT("Clinical judgement differs"),
    OUTDATED("The patient's state has changed since"),
    WRONG_ANSWERS("The assessment was answered wrongly"),
    PATIENT_DECLINED("The patient declines");

    static final String SYSTEM = "urn:dorsal:override-reason";

    private final String display;

    OverrideReason(String display) {
        this.display = display;
    }

    static List<Coding> codings() {
        return Stream.of(values())
                .map(reason -> new Coding(SYSTEM, reason.name(), reason.display))
                .toList();
    }

    static boolean isCode(String text) {
        return Stream.of(values()).anyMatch(reason -> reason.name().equals(text));
    }
}
