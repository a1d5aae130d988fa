package io.dorsal.intake.cdshooks.http;

import io.dorsal.rules.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/** A client opened a patient's record. Nothing else that it sends is looked at. */
record HookRequest(String patientReference) {

    static HookRequest read(byte @Nullable [] bytes) {
        JsonBody body = JsonBody.read(bytes);
        if (!Discovery.HOOK.equals(body.root().path("hook").asString(""))) {
            body.problem("hook", "hook is required and must be " + Discovery.HOOK);
        }
        body.uuid(body.root(), "", "hookInstance");
        if (!body.root().path("context").isObject()) {
            body.problem("context", "context is required and must be an object");
        }
        String reference =
                body.text(body.root().path("context"), "context.", "patientId", Assessment.LONGEST_REFERENCE);
        body.require();
        return new HookRequest(reference);
    }

    @Override
    public String toString() {
        return "HookRequest[…]";
    }
}
