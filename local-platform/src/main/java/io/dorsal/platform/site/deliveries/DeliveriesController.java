package io.dorsal.platform.site.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.platform.site.deliveries.Delivery.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Lists what arrived, and streams what arrives. */
@RestController
@RequestMapping("/api/deliveries")
class DeliveriesController {

    private final Deliveries deliveries;
    private final DeliveryStreams streams;

    DeliveriesController(Deliveries deliveries, DeliveryStreams streams) {
        this.deliveries = deliveries;
        this.streams = streams;
    }

    @GetMapping
    List<Entry> all() {
        return deliveries.all().stream().map(Entry::of).toList();
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return streams.open(lastEventId);
    }

    /** An arrival as it is listed; a mail has no signature. */
    record Entry(
            Channel channel,
            @Nullable String deliveryId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String alertId,

            Instant receivedAt,
            @Nullable Boolean signatureValid) {

        static Entry of(Delivery delivery) {
            return new Entry(
                    delivery.channel(),
                    delivery.deliveryId(),
                    delivery.alertId(),
                    delivery.receivedAt(),
                    delivery.signatureValid());
        }
    }
}
