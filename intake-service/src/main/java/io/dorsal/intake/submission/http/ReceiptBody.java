package io.dorsal.intake.submission.http;

import io.dorsal.intake.submission.Receipt;
import io.dorsal.intake.view.Status;
import java.time.Instant;
import java.util.UUID;

/** The answer to an accepted submission. The status is the one at acceptance, so that a repeat is answered the same. */
record ReceiptBody(UUID assessmentId, int revision, String clinicId, Status status, Instant receivedAt) {

    static ReceiptBody of(Receipt receipt) {
        return new ReceiptBody(
                receipt.assessmentId(), receipt.revision(), receipt.clinicId(), Status.SUBMITTED, receipt.receivedAt());
    }
}
