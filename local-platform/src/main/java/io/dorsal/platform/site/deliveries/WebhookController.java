package io.dorsal.platform.site.deliveries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The address to which the webhooks of the demo contacts and of the demo clinics go. */
@RestController
class WebhookController {

    private static final int LARGEST_WEBHOOK = 64 * 1024;

    private final WebhookReceiver receiver;

    WebhookController(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    @PostMapping("/webhook")
    ResponseEntity<Void> webhook(InputStream body, @RequestHeader HttpHeaders headers) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_WEBHOOK + 1);
        if (bytes.length > LARGEST_WEBHOOK) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        boolean valid = receiver.receive(
                "/webhook",
                new String(bytes, StandardCharsets.UTF_8),
                headers.getFirst("webhook-id"),
                inLowerCase(headers));
        return ResponseEntity.status(valid ? HttpStatus.NO_CONTENT : HttpStatus.UNAUTHORIZED)
                .build();
    }

    private static Map<String, List<String>> inLowerCase(HttpHeaders headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        return lower;
    }
}
