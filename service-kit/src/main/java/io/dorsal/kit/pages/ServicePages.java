package io.dorsal.kit.pages;

import io.dorsal.kit.security.Role;
import java.util.List;
import java.util.Set;

/**
 * The pages of a service. A bean of this type gives it the shell and the sign-in; its pages are {@link PageController}s.
 *
 * @param name what the bar calls them
 * @param roles who may open them; any of these is enough
 * @param links where the bar leads to
 * @param paths patterns of the addresses of all pages, such as {@code /assessments/*}; none may begin with {@code /api}
 */
public record ServicePages(String name, Set<Role> roles, List<Link> links, List<String> paths) {

    public ServicePages {
        roles = Set.copyOf(roles);
        links = List.copyOf(links);
        paths = List.copyOf(paths);
    }

    /** A page that the bar leads to. */
    public record Link(String label, String href) {}
}
