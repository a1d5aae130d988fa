package io.dorsal.platform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The names in the table of demo accounts. */
final class DemoAccounts {

    private DemoAccounts() {}

    static List<String> names() {
        try (InputStream in = Objects.requireNonNull(DemoAccounts.class.getResourceAsStream("/accounts.yaml"))) {
            JsonNode accounts = new YAMLMapper().readTree(in).path("dorsal.identity.accounts");
            return accounts.valueStream()
                    .map(account -> account.path("name").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
