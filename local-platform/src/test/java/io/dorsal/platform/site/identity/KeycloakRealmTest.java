package io.dorsal.platform.site.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The realm of docker-compose and the local platform know the same accounts, and say the same of each. */
class KeycloakRealmTest {

    private static final List<String> CLAIMS = List.of("roles", "clinic", "queues", "networks");
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode realm = JSON.readTree(Path.of("..", "deploy", "keycloak", "dorsal-realm.json"));

    @Test
    void eachAccountIsAClientWhoseTokensClaimTheSame() {
        assertThat(byName(accounts(), "clientId", KeycloakRealmTest::claimsOfClient))
                .isEqualTo(accounts(account -> true));
    }

    @Test
    void eachAccountThatSignsInIsAPersonOfWhomTheSameIsSaid() {
        assertThat(byName(realm.path("users").valueStream(), "username", KeycloakRealmTest::claimsOfPerson))
                .isEqualTo(accounts(account -> account.path("signsIn").asBoolean(false)));
    }

    @Test
    void theSubjectOfATokenIsTheNameOfItsAccount() {
        assertThat(accounts())
                .allSatisfy(client -> assertThat(claim(client, "sub"))
                        .contains(client.path("clientId").asString()));
    }

    @Test
    void aSecretIsTheNameOfItsAccount() {
        assertThat(realm.path("clients").valueStream())
                .allSatisfy(client -> assertThat(client.path("secret")).isEqualTo(client.path("clientId")));
    }

    @Test
    void pagesSignInWithACodeThatNobodyElseCanRedeem() {
        assertThat(realm.path("clients").valueStream().filter(client -> !isAccount(client)))
                .isNotEmpty()
                .allSatisfy(client -> {
                    assertThat(client.path("standardFlowEnabled").asBoolean()).isTrue();
                    assertThat(client.path("publicClient").asBoolean()).isFalse();
                    assertThat(client.path("attributes")
                                    .path("pkce.code.challenge.method")
                                    .asString())
                            .isEqualTo("S256");
                    assertThat(client.path("redirectUris").path(0).asString())
                            .matches("http://localhost:808\\d/login/oauth2/code/dorsal");
                    assertThat(client.path("defaultClientScopes").path(0).asString())
                            .isEqualTo("person");
                });
    }

    private Stream<JsonNode> accounts() {
        return realm.path("clients").valueStream().filter(KeycloakRealmTest::isAccount);
    }

    /** The others are pages, with which people sign in. */
    private static boolean isAccount(JsonNode client) {
        return client.path("serviceAccountsEnabled").asBoolean();
    }

    private static Map<String, Map<String, JsonNode>> byName(
            Stream<JsonNode> entries, String name, Function<JsonNode, Map<String, JsonNode>> claims) {
        return entries.collect(Collectors.toMap(one -> one.path(name).asString(), claims));
    }

    private static Map<String, JsonNode> claimsOfClient(JsonNode client) {
        Map<String, JsonNode> claims = new TreeMap<>();
        CLAIMS.forEach(name -> claim(client, name)
                .ifPresent(value -> claims.put(
                        name, name.equals("clinic") ? JSON.valueToTree(List.of(value)) : JSON.readTree(value))));
        return claims;
    }

    private static Optional<String> claim(JsonNode client, String name) {
        return client.path("protocolMappers")
                .valueStream()
                .map(mapper -> mapper.path("config"))
                .filter(config -> config.path("claim.name").asString().equals(name))
                .map(config -> config.path("claim.value").asString())
                .findFirst();
    }

    private static Map<String, JsonNode> claimsOfPerson(JsonNode person) {
        return person.path("attributes")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Map<String, JsonNode>> accounts(Predicate<JsonNode> which) {
        try (InputStream in = KeycloakRealmTest.class.getResourceAsStream("/accounts.yaml")) {
            return new YAMLMapper()
                    .readTree(in)
                    .path("dorsal.identity.accounts")
                    .valueStream()
                    .filter(which)
                    .collect(Collectors.toMap(
                            account -> account.path("name").asString(), KeycloakRealmTest::claimsOfAccount));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> claimsOfAccount(JsonNode account) {
        return account.propertyStream()
                .filter(member -> CLAIMS.contains(member.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        member -> member.getValue().isArray()
                                ? member.getValue()
                                : JSON.valueToTree(List.of(member.getValue().asString()))));
    }
}
