package io.dorsal.kit.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * Posts webhooks, signed as Standard Webhooks 1.0 asks. Only a 2xx is an acceptance: a redirect is refused, since whoever
 * answers it could send the signed message anywhere. The receiver's body is not read.
 */
public final class WebhookClient implements AutoCloseable {

    private final CloseableHttpClient http;
    private final Clock clock;
    private final Duration answerWithin;
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param answerWithin an answer that comes later than this is none, however it trickles in
     */
    public WebhookClient(AllowedAddresses allowed, Clock clock, Duration answerWithin) {
        this.http = PlainHttp.client(new CheckedDns(allowed), answerWithin);
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /**
     * Makes one attempt, and waits for its end.
     *
     * @param signers one for each secret that the receiver may know; more than one while it changes
     * @param id the same over all attempts, by which the receiver knows a repeat
     * @param body the same over all attempts
     */
    public WebhookAnswer post(URI target, List<Webhook> signers, String id, String body) throws InterruptedException {
        HttpPost request = request(target, signers, id, body);
        Future<WebhookAnswer> attempt = attempts.submit(() -> answerTo(request));
        try {
            return attempt.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return timedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt to deliver a webhook failed unexpectedly", e.getCause());
        } finally {
            request.cancel();
        }
    }

    private WebhookAnswer answerTo(HttpPost request) {
        HttpHost host = new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        try {
            ClassicHttpResponse response = http.executeOpen(host, request, null);
            try {
                return byStatus(response);
            } finally {
                request.cancel(); // else closing would read the rest of a body that may never end
                Closer.closeQuietly(response);
            }
        } catch (CheckedDns.NotAllowedException e) {
            return new WebhookAnswer.Refused("address not allowed");
        } catch (ConnectException e) {
            return failed(ConnectException.class);
        } catch (SocketTimeoutException e) {
            return timedOut();
        } catch (IOException e) {
            return failed(e.getClass());
        }
    }

    private HttpPost request(URI target, List<Webhook> signers, String id, String body) {
        long now = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(target);
        request.setHeader("user-agent", "Dorsal");
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", String.valueOf(now));
        request.setHeader("webhook-signature", signatures(signers, id, now, body));
        request.setEntity(
                new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.create("application/json")));
        return request;
    }

    private static String signatures(List<Webhook> signers, String id, long now, String body) {
        List<String> signatures = new ArrayList<>();
        for (Webhook signer : signers) {
            try {
                signatures.add(signer.sign(id, now, body));
            } catch (WebhookSigningException e) {
                throw new IllegalStateException("a webhook could not be signed", e);
            }
        }
        return String.join(" ", signatures);
    }

    private WebhookAnswer byStatus(ClassicHttpResponse response) {
        int status = response.getCode();
        String code = String.valueOf(status);
        return switch (status) {
            case 408, 429 -> failed(code, response);
            case 410 -> new WebhookAnswer.Gone(code);
            default ->
                switch (status / 100) {
                    case 2 -> new WebhookAnswer.Accepted(code);
                    case 3, 4 -> new WebhookAnswer.Refused(code);
                    default -> failed(code, response);
                };
        };
    }

    private WebhookAnswer failed(String code, ClassicHttpResponse response) {
        Header asked = response.getFirstHeader("retry-after");
        Instant now = clock.instant();
        return new WebhookAnswer.Failed(code, RetryAfter.read(asked == null ? null : asked.getValue(), now));
    }

    private static WebhookAnswer timedOut() {
        return failed(HttpTimeoutException.class);
    }

    private static WebhookAnswer failed(Class<? extends IOException> failure) {
        return new WebhookAnswer.Failed(failure.getSimpleName(), null);
    }

    @Override
    public void close() {
        attempts.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
