package io.dorsal.kit.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** A request whose body ends in an exception where it exceeds its limit, or where the sender broke it off. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final BodyPatience patience;
    private int limit;
    private @Nullable LimitedStream body;

    LimitedRequest(HttpServletRequest request, int limit, BodyPatience patience) {
        super(request);
        this.limit = limit;
        this.patience = patience;
    }

    /**
     * Lets a body through whatever its size, for a reader that limits each of its lines.
     *
     * @return what that reader is to call before it waits for a line
     */
    static Runnable lift(ServletRequest request) {
        LimitedRequest limited = WebUtils.getNativeRequest(request, LimitedRequest.class);
        if (limited == null) {
            return () -> {};
        }
        limited.limit = Integer.MAX_VALUE;
        return limited.patience::again;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedStream(super.getInputStream(), limit, patience);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
