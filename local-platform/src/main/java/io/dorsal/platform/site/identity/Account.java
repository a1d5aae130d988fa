package io.dorsal.platform.site.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A demo account and what its tokens claim.
 *
 * @param signsIn whether a person can sign in with it on a page
 * @param clinic the clinic it belongs to, for role CLINIC
 */
public record Account(
        String name,
        String about,
        @DefaultValue("false") boolean signsIn,
        List<String> roles,
        @Nullable String clinic,
        @DefaultValue List<String> queues,
        @DefaultValue List<String> networks) {

    /** What it may see, for a person to read. */
    public String sees() {
        return Stream.concat(Stream.ofNullable(clinic), Stream.concat(queues.stream(), networks.stream()))
                .collect(Collectors.joining(", "));
    }

    Map<String, Object> claims() {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("roles", roles);
        if (clinic != null) {
            claims.put("clinic", clinic);
        }
        if (!queues.isEmpty()) {
            claims.put("queues", queues);
        }
        if (!networks.isEmpty()) {
            claims.put("networks", networks);
        }
        return claims;
    }
}
