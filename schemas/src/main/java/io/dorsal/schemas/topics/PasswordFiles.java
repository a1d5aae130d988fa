package io.dorsal.schemas.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A directory of passwords, each in a file that has the name of its principal. */
record PasswordFiles(Path directory) {

    /** Clients have it in quotes, and both Spring and Kafka would take a dollar sign for the name of something else. */
    private static final Pattern USABLE = Pattern.compile("[!-~&&[^\"\\\\$]]+");

    /**
     * The passwords of principals, by name.
     *
     * @throws IOException where a file cannot be read
     * @throws IllegalStateException where a password is empty or would not reach the broker as it is
     */
    Map<String, String> of(Collection<BrokerAccess> principals) throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (BrokerAccess access : principals) {
            passwords.put(access.principal(), read(directory.resolve(access.principal())));
        }
        return passwords;
    }

    private static String read(Path file) throws IOException {
        String password = Files.readString(file).strip();
        if (!USABLE.matcher(password).matches()) {
            throw new IllegalStateException(
                    file + " has no usable password: visible ASCII characters, but no quote, backslash or dollar sign");
        }
        return password;
    }
}
