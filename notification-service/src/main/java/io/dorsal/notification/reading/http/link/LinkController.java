package io.dorsal.notification.reading.http.link;

import io.dorsal.kit.http.ProblemException;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.link.AlertLink;
import io.dorsal.notification.link.AlertLinks;
import io.dorsal.notification.link.LinkReads;
import io.dorsal.notification.paging.AcknowledgingAlert;
import io.dorsal.notification.policy.CurrentPolicies;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows an alert to whoever was told of it, and takes their acknowledgement. Showing changes nothing: mailboxes open links. */
@Controller
@RequestMapping("/acknowledge/{token}")
class LinkController {

    private final AlertLinks links;
    private final LinkReads alerts;
    private final AcknowledgingAlert acknowledging;
    private final CurrentPolicies policies;

    LinkController(AlertLinks links, LinkReads alerts, AcknowledgingAlert acknowledging, CurrentPolicies policies) {
        this.links = links;
        this.alerts = alerts;
        this.acknowledging = acknowledging;
        this.policies = policies;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        AlertLink link = read(token);
        Alert alert = alerts.find(link.alert()).orElseThrow(ProblemException::notFound);
        model.addAttribute("page", LinkPage.of(alert, person(link), alerts.isUsed(link.delivery())));
        return "acknowledge";
    }

    /** Whatever came of it, the page tells: somebody may have been faster. */
    @PostMapping
    String acknowledge(@PathVariable String token) {
        AlertLink link = read(token);
        acknowledging.acknowledgeByLink(link, person(link));
        return "redirect:/acknowledge/" + token;
    }

    private AlertLink read(String token) {
        return links.read(token).orElseThrow(ProblemException::notFound);
    }

    /** The subject under which the contact signs in, so that they go on with the alert there; else the contact itself. */
    private String person(AlertLink link) {
        return policies.get()
                .contact(link.contactId())
                .flatMap(contact -> Optional.ofNullable(contact.subject()))
                .orElse(link.contactId());
    }
}
