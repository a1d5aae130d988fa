package io.dorsal.rules.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A ruleset among the resources of this module. */
record PackedFolder(String version) implements RulesetFolder {

    @Override
    public Optional<byte[]> read(String file) {
        try (InputStream stream = RulesetFolder.class.getResourceAsStream("/rulesets/" + version + "/" + file)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> namedVersion() {
        return Optional.of(version);
    }
}
