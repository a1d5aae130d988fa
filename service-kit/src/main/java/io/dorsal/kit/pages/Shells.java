package io.dorsal.kit.pages;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.PageAuthentication;
import io.dorsal.kit.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the frame of a page for whoever is signed in. */
final class Shells {

    private final ServicePages pages;
    private final ClinicDirectory clinics;

    Shells(ServicePages pages, ClinicDirectory clinics) {
        this.pages = pages;
        this.clinics = clinics;
    }

    Shell of(HttpServletRequest request) {
        Optional<Caller> caller = caller();
        // Of nobody it would begin a session.
        Optional<CsrfToken> csrf = caller.flatMap(signedIn -> csrf(request));
        return new Shell(
                pages.name(),
                caller.map(Caller::subject).orElse(null),
                caller.map(this::standing).orElse(""),
                caller.filter(this::mayOpen).isPresent() ? pages.links() : List.of(),
                request.getServletPath(),
                csrf.map(CsrfToken::getToken).orElse(""),
                csrf.map(CsrfToken::getHeaderName).orElse(""));
    }

    /** Who may open the pages, in words. */
    String admitted() {
        return words(pages.roles());
    }

    private static Optional<CsrfToken> csrf(HttpServletRequest request) {
        return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    /** Whoever is signed in in this browser. */
    private static Optional<Caller> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PageAuthentication signedIn
                ? Optional.of(signedIn.caller())
                : Optional.empty();
    }

    private boolean mayOpen(Caller caller) {
        return pages.roles().stream().anyMatch(caller::is);
    }

    private String standing(Caller caller) {
        return caller.clinicId()
                .map(id -> clinics.find(id).map(Clinic::name).orElse(id))
                .orElseGet(() -> words(caller.roles()));
    }

    private static String words(Collection<Role> roles) {
        return roles.stream().sorted().map(Shells::word).collect(Collectors.joining(" or "));
    }

    private static String word(Role role) {
        return switch (role) {
            case CLINIC -> "clinic staff";
            case SPECIALIST -> "specialists";
            case ON_CALL -> "on-call staff";
            case OPERATIONS -> "operations";
            case ADMIN -> "administrators";
        };
    }
}
