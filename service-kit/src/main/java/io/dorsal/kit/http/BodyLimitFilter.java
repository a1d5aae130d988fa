package io.dorsal.kit.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 64 KiB, also those that do not say how long they are, before anything reads of them, and those whose
 * sender takes too long. Of NDJSON,
 * {@link NdjsonExchange} limits each line instead; read by anybody else, it is a body like any other.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    private final Duration patience;

    /**
     * @param patience how long a sender may take over its body
     */
    BodyLimitFilter(Duration patience) {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("dorsal.http.body-timeout must be positive");
        }
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT && !isNdjson(request)) {
            throw new BodyTooLargeException(LIMIT);
        }
        chain.doFilter(new LimitedRequest(request, LIMIT, new BodyPatience(patience, System::nanoTime)), response);
    }

    private static boolean isNdjson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_NDJSON_VALUE);
    }
}
