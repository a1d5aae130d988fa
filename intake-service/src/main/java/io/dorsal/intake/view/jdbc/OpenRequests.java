package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Standing;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Whether a clinic is asked for something: to answer safety questions, or to look at a referral that came back. */
final class OpenRequests {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String QUESTIONS = "unansweredSafetyQuestions";

    private OpenRequests() {}

    static boolean isClinicAsked(Standing standing) {
        return standing.hasReturnedReferral()
                || standing.decision()
                        .map(Decided::document)
                        .filter(OpenRequests::hasQuestions)
                        .isPresent();
    }

    private static boolean hasQuestions(String document) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = json.currentName().equals(QUESTIONS);
                json.nextToken();
                if (found) {
                    return json.currentToken() == JsonToken.START_ARRAY && json.nextToken() != JsonToken.END_ARRAY;
                }
                json.skipChildren();
            }
            return false;
        }
    }
}
