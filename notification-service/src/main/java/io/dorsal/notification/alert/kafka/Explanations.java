package io.dorsal.notification.alert.kafka;

import io.dorsal.events.Because;
import io.dorsal.events.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Findings as the JSON that people's programs read, member by member as the HTTP contract names them. */
final class Explanations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Explanations() {}

    static String write(List<Finding> findings) {
        return JSON.writeValueAsString(
                findings.stream().map(Explanations::members).toList());
    }

    private static Map<String, @Nullable Object> members(Finding finding) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("rule", finding.getRule());
        members.put("title", finding.getTitle());
        members.put("urgency", finding.getUrgency().name());
        members.put(
                "because",
                finding.getBecause().stream().map(Explanations::members).toList());
        members.put("queues", finding.getQueues().stream().map(Enum::name).toList());
        if (finding.getWorkUp() != null) {
            members.put("workUp", finding.getWorkUp());
        }
        members.put("sources", finding.getSources());
        if (finding.getEvaluationFailed()) {
            members.put("evaluationFailed", true);
        }
        return members;
    }

    private static Map<String, @Nullable Object> members(Because because) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("path", because.getPath());
        members.put("value", because.getValue());
        return members;
    }
}
