package io.dorsal.bench.rules.handwritten;

import static io.dorsal.bench.rules.handwritten.Conditions.isIn;
import static io.dorsal.bench.rules.handwritten.Index.*;

import io.dorsal.bench.rules.handwritten.Texts.Around;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;

/** What the clinic is told. */
final class ClinicAdvice {
    static final long TREATMENTS =
            1L << Rank.TREATMENT_1 | 1L << Rank.TREATMENT_2 | 1L << Rank.TREATMENT_3 | 1L << Rank.TREATMENT_4;

    private final String emergency;
    private final String emergencyStay;
    private final Around emergencyOthers;
    private final Around screenEmergency;
    private final Around screenNow;
    private final Around screenSoon;
    private final String screenAmend;
    private final String urgent;
    private final String soon;
    private final String routine;
    private final String selfCare;
    private final String arteritis;
    private final String thirdPresentation;
    private final String child;
    private final String followUpMissing;
    private final String followUpBooked;
    private final Around openRules;
    private final String decisionSupport;

    ClinicAdvice(Ruleset ruleset) {
        Texts texts = new Texts(ruleset, Audience.CLINIC);
        this.emergency = texts.of("emergency");
        this.emergencyStay = texts.of("emergency-stay");
        this.emergencyOthers = texts.around("emergency-others", "{otherFindings}");
        this.screenEmergency = texts.around("screen-emergency", "{questions}");
        this.screenNow = texts.around("screen-now", "{questions}");
        this.screenSoon = texts.around("screen-soon", "{questions}");
        this.screenAmend = texts.of("screen-amend");
        this.urgent = texts.of("urgent");
        this.soon = texts.of("soon");
        this.routine = texts.of("routine");
        this.selfCare = texts.of("self-care");
        this.arteritis = texts.of("arteritis");
        this.thirdPresentation = texts.of("third-presentation");
        this.child = texts.of("child");
        this.followUpMissing = texts.of("follow-up-missing");
        this.followUpBooked = texts.of("follow-up-booked");
        this.openRules = texts.around("open-rules", "{openRules}");
        this.decisionSupport = texts.of("decision-support");
    }

    List<String> texts(int[] a, long fired, List<Finding> findings, List<Question> open, List<String> openRules) {
        Urgency urgency = findings.getFirst().urgency();
        List<String> texts = new ArrayList<>();
        switch (urgency) {
            case EMERGENCY -> emergency(findings, open, texts);
            case URGENT -> {
                screen(fired, open, texts);
                texts.add(urgent);
            }
            case SOON -> {
                screen(fired, open, texts);
                texts.add(soon);
            }
            case ROUTINE -> texts.add(routine);
            case SELF_CARE -> texts.add(selfCare);
        }
        if (isIn(fired, Rank.GCA_1) && a[VISION_DISTURBANCE] == Terms.YES) {
            texts.add(arteritis);
        }
        if (isIn(fired, Rank.REPRESENTED_1)) {
            texts.add(thirdPresentation);
        }
        if (a[AGE] < 18) {
            texts.add(child);
        }
        if (urgency != Urgency.EMERGENCY && (fired & TREATMENTS) != 0) {
            texts.add(a[FOLLOW_UP] == Terms.YES ? followUpBooked : followUpMissing);
        }
        if (!openRules.isEmpty()) {
            texts.add(this.openRules.with(String.join(", ", openRules)));
        }
        texts.add(decisionSupport);
        return texts;
    }

    private void emergency(List<Finding> findings, List<Question> open, List<String> texts) {
        texts.add(emergency);
        texts.add(emergencyStay);
        if (findings.getLast().urgency() != Urgency.EMERGENCY) {
            texts.add(emergencyOthers.with(others(findings)));
        }
        if (!open.isEmpty()) {
            texts.add(screenEmergency.with(questions(open)));
        }
    }

    private void screen(long fired, List<Question> open, List<String> texts) {
        if (open.isEmpty()) {
            return;
        }
        if (isIn(fired, Rank.SCREEN_1)) {
            texts.add(screenNow.with(questions(open)));
        }
        if (isIn(fired, Rank.SCREEN_2)) {
            texts.add(screenSoon.with(questions(open)));
        }
        texts.add(screenAmend);
    }

    private static String questions(List<Question> open) {
        StringBuilder text = new StringBuilder();
        for (Question question : open) {
            text.append(text.isEmpty() ? "" : " ").append(question.asks());
        }
        return text.toString();
    }

    private static String others(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            if (finding.urgency() != Urgency.EMERGENCY) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append(finding.title())
                        .append(" (")
                        .append(finding.rule())
                        .append(", ")
                        .append(finding.urgency())
                        .append(')');
            }
        }
        return text.toString();
    }
}
