package io.dorsal.referral.sites.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.referral.sites.Site;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class SitesFileTest {

    private static final String NORTH = """
            sites:
              - id: north-1
                name: North
                timeZone: Europe/Zurich
                hours: { MONDAY: ["08:00-12:00"] }
                slots: { NEUROSURGERY: 3 }
            """;

    @Test
    void theExampleIsRead() {
        assertThat(SitesFile.read(new FileSystemResource("../docs/examples/sites.yaml"))
                        .all())
                .extracting(Site::id)
                .contains("metro-spine");
    }

    @Test
    void theServiceShipsWithoutSites() {
        assertThat(SitesFile.read(new ClassPathResource("sites.yaml")).all()).isEmpty();
        assertThat(SitesFile.read(file("# nothing yet")).all()).isEmpty();
        assertThat(SitesFile.read(file("")).all()).isEmpty();
    }

    @Test
    void allDefectsAreToldWithFileSiteAndReasonAndNoSiteIsTaken() {
        String broken = NORTH + """
                  - id: south-1
                    name: South
                    timeZone: Nowhere
                    hours: { MONDAY: ["08:00-12:00"] }
                    slots: { NEUROSURGERY: many }
                  - id: north-1
                    name: North again
                    timeZone: Europe/Zurich
                    hours: { MONDAY: ["08:00-12:00"] }
                    slots: { NEUROSURGERY: 3 }
                  - name: Nameless
                """;

        assertThatThrownBy(() -> SitesFile.read(file(broken)))
                .isInstanceOfSatisfying(
                        BrokenSites.class,
                        refused -> assertThat(refused.defects())
                                .anyMatch(text -> text.startsWith("sites.yaml: site south-1: timeZone is "))
                                .anyMatch(text -> text.startsWith("sites.yaml: site south-1: slots.NEUROSURGERY is "))
                                .contains("sites.yaml: site north-1: stands there twice")
                                .anyMatch(text -> text.startsWith("sites.yaml: a site without an id: id is ")));
    }

    @Test
    void aFileThatIsNoListOfSitesOrNoYamlIsRefused() {
        assertThatThrownBy(() -> SitesFile.read(file("places: []"))).isInstanceOf(BrokenSites.class);
        assertThatThrownBy(() -> SitesFile.read(file("sites: [")))
                .isInstanceOf(BrokenSites.class)
                .hasMessageContaining("sites.yaml: line ");
        assertThatThrownBy(() -> SitesFile.read(file("sites: []\nsites: []"))).isInstanceOf(BrokenSites.class);
        assertThatThrownBy(() -> SitesFile.read(new FileSystemResource("there-is-none.yaml")))
                .isInstanceOf(BrokenSites.class)
                .hasMessageContaining("there-is-none.yaml: cannot be read");
    }

    private static Resource file(String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "sites.yaml";
            }
        };
    }
}
