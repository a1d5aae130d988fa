package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.delivery.PlannedDelivery;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.util.List;
import java.util.stream.Stream;

/** Which deliveries a change of an alert asks for. */
public final class Planning {

    private static final String FURTHER_RECORD = "a further record about this assessment could not be processed";

    private static final String REASSIGNED = "this alert is yours now: it was reassigned to you";

    private Planning() {}

    /** The deliveries of a change. */
    public static List<PlannedDelivery> deliveriesOf(Change change, Policies policies) {
        return switch (change.what()) {
            case RAISED -> toldAt(Turn.FIRST, change, policies); // wherever a telling without the database has come to
            case NEXT_STEP, NOT_CONTACTED_IN_TIME, NOT_CLOSED_IN_TIME ->
                toldAt(change.alert().turn(), change, policies);
            case NEW_EMERGENCY -> noticeToHolder(change, change.alert().cause().headline(), policies);
            case SUSPECTED -> noticeToHolder(change, FURTHER_RECORD, policies);
            case REASSIGNED -> noticeToHolder(change, REASSIGNED, policies);
            case ANNOTATED, DELIVERED, ACKNOWLEDGED, PATIENT_UNREACHABLE, PATIENT_CONTACTED, CLOSED -> List.of();
        };
    }

    private static List<PlannedDelivery> toldAt(Turn turn, Change change, Policies policies) {
        Alert alert = change.alert();
        return PlannedDelivery.toEach(
                policyOf(alert, policies).at(turn).contacts(),
                alert,
                turn,
                alert.cause().headline(),
                change.at());
    }

    /** While the chain runs, its next step tells; who has taken the alert is told beside it. */
    private static List<PlannedDelivery> noticeToHolder(Change change, String headline, Policies policies) {
        Alert alert = change.alert();
        return alert.hold()
                .map(hold -> PlannedDelivery.toEach(
                        contactsOf(hold.by(), alert, policies),
                        alert,
                        Turn.noticeOf(alert.version()),
                        headline,
                        change.at()))
                .orElse(List.of());
    }

    /** A person whom the chain does not name is reached also, or only, through those who were told with them. */
    private static List<Contact> contactsOf(String subject, Alert alert, Policies policies) {
        List<Contact> chain = policyOf(alert, policies).steps().stream()
                .flatMap(step -> step.contacts().stream())
                .toList();
        List<Contact> theirs = policies.contactsOf(subject);
        return chain.stream().anyMatch(theirs::contains)
                ? theirs
                : Stream.concat(theirs.stream(), chain.stream()).toList();
    }

    private static Policy policyOf(Alert alert, Policies policies) {
        return alert.cause().kind().policy(policies, alert.origin().networkId());
    }
}
