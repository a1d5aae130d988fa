package io.dorsal.kit.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 64 KiB, also those that do not say how long they are, before anything reads of them. Of NDJSON,
 * {@link NdjsonExchange} limits each line instead; read by anybody else, it is a body like any other.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT && !isNdjson(request)) {
            throw new BodyTooLargeException(LIMIT);
        }
        chain.doFilter(new LimitedRequest(request, LIMIT), response);
    }

    private static boolean isNdjson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_NDJSON_VALUE);
    }
}
