package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Index.*;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** What the patient is told. */
final class PatientAdvice {
    private final List<String> emergency;
    private final String urgent;
    private final String soon;
    private final String routine;
    private final String callBack;
    private final List<String> selfCare;
    private final String followUpMissing;
    private final String followUpBooked;
    private final String safetyNet;
    private final String child;
    private final String support;

    PatientAdvice(Ruleset ruleset) {
        Texts texts = new Texts(ruleset, Audience.PATIENT);
        this.emergency = List.of(texts.of("emergency"), texts.of("emergency-transport"));
        this.urgent = texts.of("urgent");
        this.soon = texts.of("soon");
        this.routine = texts.of("routine");
        this.callBack = texts.of("call-back");
        this.selfCare = List.of(texts.of("self-care-move"), texts.of("self-care-relief"), texts.of("self-care-return"));
        this.followUpMissing = texts.of("follow-up-missing");
        this.followUpBooked = texts.of("follow-up-booked");
        this.safetyNet = texts.of("safety-net");
        this.child = texts.of("child");
        this.support = texts.of("support");
    }

    List<String> texts(int[] a, long fired, Urgency urgency, boolean screenIncomplete) {
        List<String> texts = new ArrayList<>();
        switch (urgency) {
            case EMERGENCY -> texts.addAll(emergency);
            case URGENT -> texts.add(urgent);
            case SOON -> texts.add(soon);
            case ROUTINE -> texts.add(routine);
            case SELF_CARE -> texts.addAll(selfCare);
        }
        if (screenIncomplete && (urgency == Urgency.URGENT || urgency == Urgency.SOON)) {
            texts.add(callBack);
        }
        if (urgency != Urgency.EMERGENCY) {
            if ((fired & ClinicAdvice.TREATMENTS) != 0) {
                texts.add(a[FOLLOW_UP] == Terms.YES ? followUpBooked : followUpMissing);
            }
            texts.add(safetyNet);
        }
        if (a[AGE] < 18) {
            texts.add(child);
        }
        texts.add(support);
        return texts;
    }
}
