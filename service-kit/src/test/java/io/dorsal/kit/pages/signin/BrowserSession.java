package io.dorsal.kit.pages.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.UnaryOperator;

/** A browser as far as a server sees it: it keeps cookies, follows redirects, and asks for pages. */
final class BrowserSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.ALWAYS)
            .build();
    private final String address;

    BrowserSession(int port) {
        address = "http://localhost:" + port;
    }

    HttpResponse<String> visit(String path) {
        return send(path, request -> request.header("Accept", "text/html,application/xhtml+xml"));
    }

    HttpResponse<String> call(String method, String path, String... headers) {
        return send(path, request -> {
            request.method(method, BodyPublishers.ofString("{}")).header("Content-Type", "application/json");
            return headers.length == 0 ? request : request.headers(headers);
        });
    }

    HttpResponse<String> get(String path) {
        return send(path, request -> request.header("Accept", "application/json"));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> made) {
        try {
            return http.send(
                    made.apply(HttpRequest.newBuilder(URI.create(address + path)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
