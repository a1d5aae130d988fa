package io.dorsal.kit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells pages, and what belongs to them, from the API: whatever lies at the address of a page, and whatever else a browser
 * goes to. Under the addresses of an API nothing is a page, whoever asks.
 */
public final class PageRequests implements RequestMatcher {

    /** What everybody may load: the frame's own files, and the page that tells of having signed out. */
    public static final List<String> OPEN = List.of("/shell/**", "/pages/**", "/signed-out");

    /** The steps of signing in. */
    public static final List<String> SIGN_IN = List.of("/oauth2/authorization/*", "/login/oauth2/code/*");

    private static final List<String> APIS = List.of("/api", "/fhir", "/cds-services", "/v3", "/actuator");

    private final List<RequestMatcher> ofPages;

    public PageRequests(ServicePages pages) {
        ofPages = Stream.of(pages.paths(), OPEN, SIGN_IN)
                .flatMap(List::stream)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return !isOfAnApi(request) && (ofPages.stream().anyMatch(page -> page.matches(request)) || isVisit(request));
    }

    /** True where a browser goes somewhere, to show what it gets. */
    static boolean isVisit(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !isOfAnApi(request)
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && accept != null
                && accept.contains("text/html");
    }

    private static boolean isOfAnApi(HttpServletRequest request) {
        String path = request.getServletPath();
        return APIS.stream().anyMatch(api -> path.equals(api) || path.startsWith(api + "/"));
    }
}
