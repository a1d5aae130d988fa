package io.dorsal.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A page of what a search has found. */
public final class SearchBundle {

    private SearchBundle() {}

    /**
     * The page with these resources.
     *
     * @param base address of the server
     * @param self address of this search, without whatever has no place in an address
     * @param next address of the next page; null where this is the last
     */
    public static Bundle of(String base, String self, @Nullable String next, List<? extends Resource> found) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(self);
        if (next != null) {
            bundle.addLink().setRelation("next").setUrl(next);
        }
        for (Resource resource : found) {
            bundle.addEntry()
                    .setFullUrl(base + "/" + resource.fhirType() + "/"
                            + resource.getIdElement().getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }
}
