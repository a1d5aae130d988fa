package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls the intake-service until it answers for good: while it cannot be reached, or says that it may be tried again, it
 * is, after a second and then ever more slowly.
 */
final class PersistentCalls {

    private static final Duration OF_ONE_CALL = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Supplier<String> tokens;
    private final Consumer<String> telling;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile String token;

    /**
     * @param tokens of a clinic; asked again where one has expired
     * @param telling what is said, once in a row, when it is waited for the service
     */
    PersistentCalls(Supplier<String> tokens, Consumer<String> telling) {
        this.tokens = tokens;
        this.telling = telling;
        this.token = tokens.get();
    }

    /**
     * The answer, or the last one where the patience is at its end.
     *
     * @throws PartFailure where there was no answer at all by then
     */
    HttpResponse<String> send(HttpRequest.Builder request, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String used = token;
            boolean last = System.nanoTime() > deadline;
            try {
                HttpResponse<String> answer = http.send(
                        request.copy()
                                .timeout(OF_ONE_CALL)
                                .header("Authorization", "Bearer " + used)
                                .build(),
                        BodyHandlers.ofString());
                if (last || !mayBeTriedAgain(answer.statusCode())) {
                    told.set(false);
                    return answer;
                }
                if (answer.statusCode() == 401) {
                    renew(used);
                }
                tell("answers " + answer.statusCode(), patience);
            } catch (IOException e) {
                if (last) {
                    throw new PartFailure(
                            "the intake-service has not answered for %s; ./dorsal status shows what runs"
                                    .formatted(inWords(patience)),
                            e);
                }
                tell("does not answer", patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailure("interrupted", e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean mayBeTriedAgain(int status) {
        return status == 401 || status == 429 || status == 503;
    }

    private void tell(String what, Duration patience) {
        if (told.compareAndSet(false, true)) {
            telling.accept("the intake-service %s; trying again for up to %s".formatted(what, inWords(patience)));
        }
    }

    static String inWords(Duration duration) {
        return duration.toMinutes() > 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }

    private synchronized void renew(String expired) {
        if (token.equals(expired)) {
            token = tokens.get();
        }
    }
}
