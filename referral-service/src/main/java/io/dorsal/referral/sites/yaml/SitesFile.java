package io.dorsal.referral.sites.yaml;

import io.dorsal.referral.sites.Site;
import io.dorsal.referral.sites.SiteForm;
import io.dorsal.referral.sites.SiteReading;
import io.dorsal.referral.sites.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code sites.yaml}: all of it or nothing. */
final class SitesFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final List<String> defects = new ArrayList<>();

    private SitesFile(String name) {
        this.name = name;
    }

    /**
     * The sites of a file; none where it says nothing.
     *
     * @throws BrokenSites where anything is wrong with it
     */
    static Sites read(Resource file) {
        return new SitesFile(Objects.requireNonNullElse(file.getFilename(), file.getDescription())).sites(file);
    }

    private Sites sites(Resource file) {
        List<Site> sites = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object entry : entries(content(file))) {
            Map<String, Object> form = new HashMap<>();
            if (entry instanceof Map<?, ?> members) {
                members.forEach((key, value) -> form.put(String.valueOf(key), value));
            }
            String id = form.remove("id") instanceof String text ? text : null;
            String site = id == null ? "a site without an id" : "site " + id;
            if (id != null && !ids.add(id)) {
                defects.add("%s: %s: stands there twice".formatted(name, site));
            }
            switch (SiteForm.read(id, form)) {
                case SiteReading.Read(Site read) -> sites.add(read);
                case SiteReading.Refused(List<SiteReading.Defect> found) ->
                    found.forEach(defect -> defects.add("%s: %s: %s".formatted(name, site, defect.message())));
            }
        }
        if (!defects.isEmpty()) {
            throw new BrokenSites(defects);
        }
        return new Sites(sites);
    }

    private @Nullable Object content(Resource file) {
        try (InputStream in = file.getInputStream()) {
            JsonNode content = YAML.readTree(in);
            return content.isMissingNode() || content.isNull() ? null : YAML.treeToValue(content, Object.class);
        } catch (IOException e) {
            throw new BrokenSites(List.of(name + ": cannot be read"));
        } catch (JacksonException e) {
            throw new BrokenSites(List.of("%s: line %d: %s"
                    .formatted(
                            name, e.getLocation() == null ? 0 : e.getLocation().getLineNr(), firstLine(e))));
        }
    }

    private static String firstLine(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
    }

    private List<?> entries(@Nullable Object content) {
        if (content == null) {
            return List.of();
        }
        if (content instanceof Map<?, ?> members
                && members.keySet().equals(Set.of("sites"))
                && members.get("sites") instanceof List<?> entries) {
            return entries;
        }
        defects.add(name + ": the file has one member, sites, which is a list");
        return List.of();
    }
}
