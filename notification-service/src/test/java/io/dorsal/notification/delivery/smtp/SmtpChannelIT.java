package io.dorsal.notification.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.link.SomeLinks;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.support.MailSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpChannelIT {

    private final Message message = new Message(
            new DeliveryId(UUID.randomUUID()),
            new AlertId(UUID.randomUUID()),
            AlertKind.EMERGENCY,
            false,
            "north",
            Urgency.EMERGENCY,
            "possible cauda equina, Vorhofüberleitung",
            Instant.EPOCH);

    @Test
    void aMailCarriesItsIdsAndSaysWhatIsToBeDone() {
        MailSink sink = new MailSink();

        assertThat(channel(sink.port()).send(message, contact())).isEqualTo(new Outcome.Accepted("250"));
        channel(sink.port()).send(message, contact());

        assertThat(sink.mails(message.alert().value())).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.delivery()).isEqualTo(message.delivery().toString());
            assertThat(mail.messageId()).isEqualTo("<" + message.delivery() + "@dorsal.example>");
            assertThat(mail.to()).isEqualTo("ada@example.org");
            assertThat(mail.subject()).isEqualTo("EMERGENCY: possible cauda equina, Vorhofüberleitung (north)");
        });
    }

    @ParameterizedTest
    @CsvSource({"550 no such user,Refused,550", "450 mailbox busy,Failed,450", "421 closing,Failed,421"})
    void aServersNoIsHeardAsSuch(String answer, String outcome, String code) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerRecipients(server, answer));

            Outcome answered = channel(server.getLocalPort()).send(message, contact());

            assertThat(answered.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(answered.code()).isEqualTo(code);
        }
    }

    @Test
    void aServerThatIsAwayHasFailed() {
        assertThat(channel(1).send(message, contact())).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aServerThatNeverGreetsHasFailedWithinSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            Outcome outcome = channel(silent.getLocalPort()).send(message, contact());

            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void aConnectionLostAfterTheDataHasFailedAndTheNextAttemptBearsTheSameMessageId() throws IOException {
        MailSink sink = new MailSink();
        List<String> taken = new CopyOnWriteArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> takeAndVanish(server, taken));

            assertThat(channel(server.getLocalPort()).send(message, contact())).isInstanceOf(Outcome.Failed.class);
        }
        channel(sink.port()).send(message, contact());

        String id = sink.mails(message.alert().value()).getFirst().messageId();
        assertThat(taken).as("the first server has it, and has said nothing").anyMatch(line -> line.contains(id));
    }

    /** Takes a mail, and is gone before it says so. */
    private static void takeAndVanish(ServerSocket server, List<String> lines) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 test");
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                lines.add(line);
                if (line.equals("DATA")) {
                    say(socket, "354 go on");
                } else if (!lines.contains("DATA")) {
                    say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            // The channel has gone.
        }
    }

    /** Speaks SMTP as far as the recipient, and then answers so. */
    private static void answerRecipients(ServerSocket server, String answer) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(socket, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // The channel has gone.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static SmtpChannel channel(int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "3000");
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return new SmtpChannel(
                mail,
                new Wording("http://localhost/{alertId}", SomeLinks.LINKS),
                new SmtpSettings("alerts@dorsal.example", "dorsal.example"),
                Clock.systemUTC());
    }

    private static Contact contact() {
        return new Contact("ada", "Ada", "ada@example.org", null, null);
    }
}
