package io.dorsal.referral.sites.http;

import io.dorsal.kit.database.Turns;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.http.PageRequest;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.sites.Site;
import io.dorsal.referral.sites.SiteForm;
import io.dorsal.referral.sites.SiteReading;
import io.dorsal.referral.sites.SiteRegistry;
import io.dorsal.referral.sites.SiteRegistry.KnownSite;
import io.dorsal.referral.sites.SiteRegistry.SiteChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sites of the queues, for administrators. */
@RestController
class SitesController {

    /** Administrators share the connections with the listeners, and need few. */
    private static final int AT_A_TIME = 2;

    private final SiteRegistry registry;
    private final JsonMapper json;
    private final Turns turns = new Turns(AT_A_TIME);

    SitesController(SiteRegistry registry, JsonMapper json) {
        this.registry = registry;
        this.json = json;
    }

    @GetMapping("/api/sites")
    @Operation(summary = "Lists the sites", description = "In the order of their ids.")
    Page<Map<String, Object>> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<KnownSite> behind = registry.all().stream()
                .filter(known -> page.position()
                        .filter(last -> known.site().id().compareTo(last) <= 0)
                        .isEmpty())
                .toList();
        List<KnownSite> shown = behind.stream().limit(page.limit()).toList();
        return new Page<>(
                shown.stream().map(SiteBody::of).toList(),
                shown.size() < behind.size()
                        ? PageRequest.cursor(shown.getLast().site().id())
                        : null);
    }

    @GetMapping("/api/sites/{id}")
    @Operation(summary = "Reads a site", description = "ETag is the version, for changes to ask for.")
    ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
        return registry.find(id).map(known -> answer(HttpStatus.OK, known)).orElseThrow(ProblemException::notFound);
    }

    @PutMapping("/api/sites/{id}")
    @Operation(
            summary = "Sets a site",
            description =
                    "A new one with `If-None-Match: *`, another with `If-Match`. The same once more is answered as"
                            + " before. What is set here stands instead of what the file of sites says.")
    ResponseEntity<Map<String, Object>> put(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = SiteBody.class)))
                    @RequestBody(required = false)
                    @Nullable
                    JsonNode body,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        OptionalLong read = Preconditions.ofPut(request);
        Site site = site(id, body);
        return answer(turns.take(() -> registry.put(site, read, caller.subject())));
    }

    @DeleteMapping("/api/sites/{id}")
    @Operation(
            summary = "Removes a site",
            description = "Nobody is referred to it any more; who is there stays. Asks for `If-Match`.")
    ResponseEntity<Map<String, Object>> remove(
            @PathVariable String id, @Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        long read = Preconditions.ofVersion(request);
        return answer(turns.take(() -> registry.remove(id, read, caller.subject())));
    }

    private Site site(String id, @Nullable JsonNode body) {
        return switch (SiteForm.read(id, body == null ? null : json.treeToValue(body, Object.class))) {
            case SiteReading.Read(Site site) -> site;
            case SiteReading.Refused(List<SiteReading.Defect> defects) ->
                throw ProblemException.invalid(defects.stream()
                        .map(defect -> new FieldProblem(defect.path(), defect.message()))
                        .toList());
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(SiteChange change) {
        return switch (change) {
            case SiteChange.Put(KnownSite known, boolean isNew) ->
                answer(isNew ? HttpStatus.CREATED : HttpStatus.OK, known);
            case SiteChange.Removed _ -> ResponseEntity.noContent().build();
            case SiteChange.Unknown _ -> throw ProblemException.notFound();
            case SiteChange.Stale _ ->
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED, "The site has changed since it was read. Read it again.");
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, KnownSite known) {
        return ResponseEntity.status(status).eTag("\"" + known.version() + "\"").body(SiteBody.of(known));
    }
}
