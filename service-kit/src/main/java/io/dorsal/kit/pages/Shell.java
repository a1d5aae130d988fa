package io.dorsal.kit.pages;

import io.dorsal.kit.pages.ServicePages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page shows.
 *
 * @param page what the pages of this service are called
 * @param account who is signed in; null where nobody is
 * @param standing the clinic of the account, or its role in words
 * @param links where the bar leads to; none for who may open none
 * @param path of the page that is shown
 * @param csrfToken what a script sends along when it changes something
 * @param csrfHeader the header to send it in
 */
public record Shell(
        String page,
        @Nullable String account,
        String standing,
        List<Link> links,
        String path,
        String csrfToken,
        String csrfHeader) {}
