package io.dorsal.platform.site.identity;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one table of demo accounts, read from {@code accounts.yaml}. */
@ConfigurationProperties("dorsal.identity")
public record Accounts(List<Account> accounts) {

    public Accounts {
        accounts = List.copyOf(accounts);
    }

    /** What the tokens of that account claim; nothing for a name that is no account, such as a page's client. */
    Map<String, Object> claimsOf(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(Account::claims)
                .orElse(Map.of());
    }
}
