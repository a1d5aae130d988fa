package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.delivery.PlannedDelivery;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.util.List;

/** Which deliveries a change of an alert asks for. */
public final class Planning {

    private Planning() {}

    /** The deliveries of a change. */
    public static List<PlannedDelivery> deliveriesOf(Change change, Policies policies) {
        Alert alert = change.alert();
        return switch (change.what()) {
            case RAISED, NEXT_STEP ->
                PlannedDelivery.toEach(
                        policyOf(alert, policies).at(alert.turn()).contacts(), alert, alert.turn(), change.at());
            case NEW_EMERGENCY -> noticeToHolder(change, policies);
            case ANNOTATED, DELIVERED, ACKNOWLEDGED -> List.of();
        };
    }

    /** While the chain runs, its next step tells; who has taken the alert is told beside it. */
    private static List<PlannedDelivery> noticeToHolder(Change change, Policies policies) {
        Alert alert = change.alert();
        return alert.hold()
                .map(hold -> PlannedDelivery.toEach(
                        contactsOf(hold.by(), alert, policies),
                        alert,
                        Turn.noticeOf(alert.cause().revision()),
                        change.at()))
                .orElse(List.of());
    }

    /** A person whom no contact names is reached through those who were told with them. */
    private static List<Contact> contactsOf(String subject, Alert alert, Policies policies) {
        Policy policy = policyOf(alert, policies);
        List<Contact> told = policy.steps().stream()
                .flatMap(step -> step.contacts().stream())
                .distinct()
                .toList();
        List<Contact> theirs = told.stream()
                .filter(contact -> subject.equals(contact.subject()))
                .toList();
        return theirs.isEmpty() ? told : theirs;
    }

    private static Policy policyOf(Alert alert, Policies policies) {
        return alert.cause().kind().policy(policies, alert.origin().networkId());
    }
}
