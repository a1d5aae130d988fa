package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.SiteReason;
import org.jspecify.annotations.Nullable;

/**
 * Which site was chosen, and why.
 *
 * @param site absent where none was
 * @param explanation why, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SiteChoiceBody(@Nullable String site, SiteReason reason, String explanation) {

    static @Nullable SiteChoiceBody of(@Nullable Placement placement) {
        return placement == null
                ? null
                : new SiteChoiceBody(placement.site(), placement.reason(), placement.explanation());
    }
}
