package io.dorsal.platform.site.start;

import io.dorsal.platform.site.SiteSettings;
import io.dorsal.platform.site.deliveries.Deliveries;
import io.dorsal.platform.site.identity.Account;
import io.dorsal.platform.site.identity.Accounts;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows where everything is, who can sign in, and what on-call staff were sent. */
@Controller
class StartPageController {

    private static final int SHOWN = 50;

    private final SiteSettings settings;
    private final Accounts accounts;
    private final Deliveries deliveries;

    StartPageController(SiteSettings settings, Accounts accounts, Deliveries deliveries) {
        this.settings = settings;
        this.accounts = accounts;
        this.deliveries = deliveries;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("services", Destination.of(settings.pages()));
        model.addAttribute("smtpPort", settings.smtpPort());
        model.addAttribute("issuer", settings.issuer());
        model.addAttribute("accounts", accounts.accounts());
        return caught(model, "start");
    }

    /** The list alone, for the page to exchange when something arrived. */
    @GetMapping("/deliveries")
    String list(Model model) {
        return caught(model, "deliveries :: list");
    }

    @GetMapping("/login")
    String login(Model model) {
        List<Account> people =
                accounts.accounts().stream().filter(Account::signsIn).toList();
        model.addAttribute("accounts", people);
        return "login";
    }

    private String caught(Model model, String view) {
        model.addAttribute("deliveries", deliveries.newestFirst(SHOWN));
        model.addAttribute("count", deliveries.count());
        return view;
    }
}
