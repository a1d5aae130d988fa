package io.dorsal.referral.fhir;

import io.dorsal.referral.lifecycle.ActionName;
import java.util.Map;

/**
 * What an update of a task asks for.
 *
 * @param members what the action is given, by the names that it has for it; whether that will do is for others to judge
 */
public record AskedAction(ActionName name, Map<String, String> members) {

    public AskedAction {
        members = Map.copyOf(members);
    }

    /** Leaves out what people wrote: this text may get into a log. */
    @Override
    public String toString() {
        return "AskedAction[%s]".formatted(name);
    }
}
