package io.dorsal.referral.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SiteFormTest {

    private static final Map<String, Object> GOOD = Map.of(
            "name", "North",
            "timeZone", "Europe/Zurich",
            "hours", Map.of("MONDAY", List.of("08:00-12:00", "13:00-24:00")),
            "slots", Map.of("NEUROSURGERY", 3),
            "closures", List.of(Map.of("from", "2026-12-24", "to", "2026-12-26")));

    @Property(tries = 100)
    void whatWasWrittenIsReadAsItWas(@ForAll long seed) {
        for (Site site : SomeSites.random(new Random(seed)).all()) {
            Map<String, Object> form = new HashMap<>(SiteForm.of(site));
            form.put("hours", named(Objects.requireNonNull(form.get("hours"))));
            form.put("slots", named(Objects.requireNonNull(form.get("slots"))));

            assertThat(SiteForm.read(site.id(), form)).isEqualTo(new SiteReading.Read(site));
        }
    }

    @Test
    void aSiteMayLeaveOutItsClosures() {
        Map<String, Object> form = new HashMap<>(GOOD);
        form.remove("closures");

        assertThat(SiteForm.read("north-1", form)).isInstanceOf(SiteReading.Read.class);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingOfItRepeated() {
        Map<String, Object> form = Map.of(
                "name",
                " ",
                "timeZone",
                "Mars/Olympus",
                "hours",
                Map.of("MONDAY", List.of("08:00-12:00", "11:00-13:00"), "TUESDAY", List.of("18:00-08:00")),
                "slots",
                Map.of("NEUROSURGERY", 0, "ASTROLOGY", 3),
                "closures",
                List.of(Map.of("from", "2026-12-26", "to", "2026-12-24")),
                "colour",
                "blue");

        assertThat(SiteForm.read("North 1", form))
                .isInstanceOfSatisfying(
                        SiteReading.Refused.class,
                        refused -> assertThat(refused.defects())
                                .extracting(SiteReading.Defect::path)
                                .containsExactlyInAnyOrder(
                                        "id",
                                        "",
                                        "name",
                                        "timeZone",
                                        "hours.MONDAY",
                                        "hours.TUESDAY",
                                        "slots",
                                        "slots.NEUROSURGERY",
                                        "closures[0]"));
        assertThat(SiteForm.read("North 1", form).toString())
                .doesNotContain("North 1", "Mars", "ASTROLOGY", "blue", "18:00");
    }

    @Test
    void aSiteThatIsNeverOpenOrForNobodyIsNone() {
        Map<String, Object> form = new HashMap<>(GOOD);
        form.put("hours", Map.of("MONDAY", List.of()));
        form.put("slots", Map.of());

        assertThat(SiteForm.read("north-1", form))
                .isInstanceOfSatisfying(
                        SiteReading.Refused.class,
                        refused -> assertThat(refused.defects())
                                .extracting(SiteReading.Defect::path)
                                .containsExactly("hours", "slots"));
        assertThat(SiteForm.read("north-1", "text")).isInstanceOf(SiteReading.Refused.class);
        assertThat(SiteForm.read("north-1", null)).isInstanceOf(SiteReading.Refused.class);
    }

    /** As text, which has no enums. */
    private static Map<String, Object> named(Object form) {
        Map<String, Object> named = new HashMap<>();
        ((Map<?, ?>) form).forEach((key, value) -> named.put(key.toString(), value));
        return named;
    }
}
