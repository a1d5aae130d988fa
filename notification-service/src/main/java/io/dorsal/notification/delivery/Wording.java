package io.dorsal.notification.delivery;

import io.dorsal.notification.link.AlertLink;
import io.dorsal.notification.link.AlertLinks;
import io.dorsal.notification.policy.Contact;
import java.util.regex.Pattern;

/** How a message is worded; the same facts on every channel. */
public final class Wording {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST_HEADLINE = 120;

    private final String linkTemplate;
    private final AlertLinks links;

    /**
     * @param linkTemplate the address of an alert, with {@code {alertId}} in it
     * @param links by which it is acknowledged
     */
    public Wording(String linkTemplate, AlertLinks links) {
        this.linkTemplate = linkTemplate;
        this.links = links;
    }

    /** One line that says it all. */
    public String subject(Message message) {
        return "%s: %s (%s)".formatted(kind(message), headline(message), clinic(message));
    }

    /** What a person reads, on a channel that only they can read. */
    public String text(Message message, Contact contact) {
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
                        message.notice() ? onceTold(message) : untilAcknowledged(message, contact));
    }

    private String untilAcknowledged(Message message, Contact contact) {
        return """
                This repeats until somebody acknowledges it.
                Acknowledge: %s
                Read it, signed in: %s""".formatted(
                links.address(new AlertLink(message.alert(), message.delivery().value(), contact.id())), link(message));
    }

    private String onceTold(Message message) {
        return """
                Somebody has acknowledged this alert; the news is told once.
                Read it, signed in: %s""".formatted(link(message));
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
