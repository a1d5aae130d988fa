package io.dorsal.kit.pages.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the script of a page asks of its session. */
@Hidden
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionApi {

    private final SignOut signOut;

    SessionApi(SignOut signOut) {
        this.signOut = signOut;
    }

    /** Who is signed in, and what to send along with changes: another after each sign-in. */
    @GetMapping
    Session session(Caller caller, HttpServletRequest request) {
        Optional<CsrfToken> csrf = Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .filter(token -> caller.onPage());
        return new Session(
                caller.subject(),
                caller.clinic(),
                csrf.map(CsrfToken::getHeaderName).orElse(null),
                csrf.map(CsrfToken::getToken).orElse(null));
    }

    /** Signs out, and tells where to go for that to be complete. */
    @DeleteMapping
    Map<String, String> end(HttpServletRequest request) {
        return Map.of("next", signOut.end(request));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            String account,
            @Nullable String clinic,
            @Nullable String csrfHeader,
            @Nullable String csrfToken) {}
}
