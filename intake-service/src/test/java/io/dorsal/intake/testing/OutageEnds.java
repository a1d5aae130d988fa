package io.dorsal.intake.testing;

import io.dorsal.intake.jdbc.PromptDatabase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Ends the outages of a test before the next one begins: the service has its database again, and knows so. */
final class OutageEnds implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        if (CuttableDatabase.isBackAfterAnOutage()) {
            CuttableDatabase.awaitNoBrokenConnections();
            PromptAnswers.awaitFrom(
                    SpringExtension.getApplicationContext(test).getBean("promptDatabase", PromptDatabase.class));
        }
    }
}
