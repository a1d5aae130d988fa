package io.dorsal.notification.support;

import io.dorsal.notification.NotificationServiceApplication;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Several instances of the service, which share a database. */
public final class Instances implements AutoCloseable {

    private final List<ConfigurableApplicationContext> here = new ArrayList<>();
    private final List<Process> elsewhere = new ArrayList<>();

    /** Starts one in this JVM. */
    public ConfigurableApplicationContext start(TestDatabase database, String... settings) {
        ConfigurableApplicationContext instance = SpringApplication.run(
                NotificationServiceApplication.class,
                arguments(database, settings).toArray(String[]::new));
        here.add(instance);
        return instance;
    }

    /** Starts one as a process of its own. */
    public Process fork(TestDatabase database, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotificationServiceApplication.class.getName()));
        command.addAll(arguments(database, settings));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Outside.newStateDirectory().resolve("log").toFile())
                    .start();
            elsewhere.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls an instance of this JVM as somebody who is on call for metro. */
    public static Api api(ConfigurableApplicationContext instance, String subject) {
        int port = instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Api(port, TokenIssuer.shared().onCall(subject, "metro"));
    }

    /** Sends a signal, such as {@code STOP}. */
    public static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> arguments(TestDatabase database, String... settings) {
        List<String> arguments = new ArrayList<>(Stream.of(
                        "server.port=0",
                        "management.server.port=0",
                        "logging.structured.format.console=",
                        "spring.kafka.bootstrap-servers=" + TestPlatform.bootstrapServers(),
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TokenIssuer.shared().issuer(),
                        "spring.mail.port=" + Outside.MAIL.port(),
                        "DORSAL_WEBHOOK_URL=" + Outside.WEBHOOKS.url("/webhook"),
                        "DORSAL_WEBHOOK_SECRET=" + WebhookSink.SECRET,
                        "DORSAL_STATE_DIRECTORY=" + Outside.newStateDirectory())
                .map(setting -> "--" + setting)
                .toList());
        Collections.addAll(arguments, settings);
        return arguments;
    }

    @Override
    public void close() {
        here.forEach(ConfigurableApplicationContext::close);
        elsewhere.forEach(Process::destroyForcibly);
    }
}
