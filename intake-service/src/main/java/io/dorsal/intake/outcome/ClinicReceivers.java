package io.dorsal.intake.outcome;

import io.dorsal.kit.webhook.WebhookAnswer;
import java.util.Set;
import java.util.UUID;

/** The programs at the clinics that are told. */
public interface ClinicReceivers {

    /** The clinics that have one. */
    Set<String> clinics();

    /** Which receiver a clinic has. */
    ReceiverId receiver(String clinicId);

    /** Makes one attempt to tell a clinic, and answers within seconds. */
    WebhookAnswer tell(String clinicId, UUID messageId, String body) throws InterruptedException;
}
