package io.dorsal.notification.delivery;

import java.util.regex.Pattern;

/** How a message is worded; the same facts on every channel. */
public final class Wording {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST_HEADLINE = 120;

    private final String linkTemplate;

    /**
     * @param linkTemplate the address of an alert, with {@code {alertId}} in it
     */
    public Wording(String linkTemplate) {
        this.linkTemplate = linkTemplate;
    }

    /** One line that says it all. */
    public String subject(Message message) {
        return "%s: %s (%s)".formatted(kind(message), headline(message), clinic(message));
    }

    /** What a person reads. */
    public String text(Message message) {
        return """
                %s
                %s

                Clinic:  %s
                Urgency: %s
                Alert:   %s

                %s
                """.formatted(
                        kind(message),
                        headline(message),
                        clinic(message),
                        urgency(message),
                        message.alert(),
                        message.notice() ? onceTold(message) : untilAcknowledged(message));
    }

    private String untilAcknowledged(Message message) {
        return """
                This repeats until somebody acknowledges it. With an access token of yours:
                read it         GET %1$s
                acknowledge it  POST %1$s/acknowledge""".formatted(link(message));
    }

    private String onceTold(Message message) {
        return """
                Somebody has acknowledged this alert; the news is told once. With an access token of yours:
                read it         GET %s""".formatted(link(message));
    }

    /** Where the alert is read. */
    public String link(Message message) {
        return linkTemplate.replace("{alertId}", message.alert().toString());
    }

    /** The short title, on one line. */
    public String headline(Message message) {
        String line = CONTROL.matcher(message.headline()).replaceAll(" ").strip();
        return line.length() <= LONGEST_HEADLINE ? line : line.substring(0, LONGEST_HEADLINE);
    }

    private static String kind(Message message) {
        return message.notice() ? "NEWS OF AN ALERT, " + name(message) : name(message);
    }

    private static String name(Message message) {
        return switch (message.kind()) {
            case EMERGENCY -> "EMERGENCY";
            case POSSIBLE_EMERGENCY -> "POSSIBLE EMERGENCY";
            case OPERATIONS -> "OPERATIONS";
        };
    }

    private static String clinic(Message message) {
        String clinic = CONTROL.matcher(message.clinicId()).replaceAll(" ").strip();
        return clinic.isEmpty() ? "clinic unknown" : clinic;
    }

    private static String urgency(Message message) {
        return switch (message.kind()) {
            case EMERGENCY -> message.urgency().name();
            case POSSIBLE_EMERGENCY -> "not known; treat it as an emergency";
            case OPERATIONS -> "no patient is known to wait";
        };
    }
}
