package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The text of a card, in Markdown. */
final class CardDetail {

    private final List<String> lines = new ArrayList<>();

    private CardDetail() {}

    static String of(Standing standing, JsonNode decision) {
        CardDetail detail = new CardDetail();
        int revision = decision.path("revision").intValue(0);
        if (revision < standing.revision()) {
            detail.lines.add("*A newer revision is not decided yet; this is about revision %d.*".formatted(revision));
        }
        detail.section(
                "Found",
                decision.path("findings").valueStream().map(CardDetail::finding).toList());
        detail.section(
                "To do",
                decision.path("adviceToClinic")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        detail.section(
                "Referrals",
                standing.referrals().stream().map(CardDetail::referral).toList());
        standing.alert().ifPresent(alert -> detail.section("On-call staff", List.of(alert.state())));
        detail.section(
                "Safety questions not answered",
                decision.path("unansweredSafetyQuestions")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        return String.join("\n", detail.lines).strip();
    }

    private void section(String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add("**" + title + "**");
            lines.add("");
            items.forEach(item -> lines.add("- " + item));
        }
    }

    private static String finding(JsonNode finding) {
        String queues =
                finding.path("queues").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        String workUp = finding.path("workUp").asString("");
        return "%s: %s (%s)%s%s"
                .formatted(
                        finding.path("urgency").asString(""),
                        finding.path("title").asString(""),
                        finding.path("rule").asString(""),
                        queues.isEmpty() ? "" : "; to " + queues,
                        workUp.isEmpty() ? "" : "; " + workUp);
    }

    private static String referral(ReferralChanged referral) {
        return "%s, %s: %s%s"
                .formatted(
                        referral.queue(),
                        referral.urgency(),
                        referral.state(),
                        referral.reason() == null ? "" : " (" + referral.reason() + ")");
    }
}
