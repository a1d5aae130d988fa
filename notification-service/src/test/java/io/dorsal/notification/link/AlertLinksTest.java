package io.dorsal.notification.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dorsal.notification.alert.AlertId;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AlertLinksTest {

    private static final String ADDRESS = "https://dorsal.example/acknowledge/";

    private final AlertLinks links = SomeLinks.LINKS;

    @Property(tries = 100)
    void aLinkSaysWhatItWasMadeOf(
            @ForAll long alert,
            @ForAll long delivery,
            @ForAll @NotBlank @AlphaChars @StringLength(max = 40) String contact) {
        AlertLink link = new AlertLink(new AlertId(new UUID(alert, 1)), new UUID(2, delivery), contact);

        assertThat(links.read(token(links, link))).contains(link);
    }

    @Property(tries = 300)
    void aLinkThatWasTouchedSaysNothing(
            @ForAll @IntRange(max = 75) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] token = Base64.getUrlDecoder().decode(token(links, aLink()));
        token[at] ^= (byte) by;

        assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(token)))
                .isEmpty();
    }

    @Property(tries = 300)
    void whateverElseComesIsNoLink(@ForAll String token) {
        assertThat(links.read(token)).isEmpty();
    }

    @Test
    void aLinkSignedWithAnotherSecretSaysNothing() {
        AlertLinks others = new AlertLinks(ADDRESS, "another secret, also of 32 characters or more");

        assertThat(links.read(token(others, aLink()))).isEmpty();
    }

    @Test
    void aSecretThatCouldBeGuessedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertLinks(ADDRESS, "short"))
                .withMessageContaining("notification.links.secret");
    }

    private static AlertLink aLink() {
        return new AlertLink(new AlertId(new UUID(1, 2)), new UUID(3, 4), "oncall-metro");
    }

    private static String token(AlertLinks by, AlertLink link) {
        return by.address(link).substring(ADDRESS.length());
    }
}
