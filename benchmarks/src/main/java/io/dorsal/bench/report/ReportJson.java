package io.dorsal.bench.report;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows as JSON: an array of objects with {@code name, value, baseline, ratio, bar, holds}. */
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    /** All rows. */
    public static String of(List<Row> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Row row : rows) {
                json.writeStartObject();
                json.writeStringProperty("name", row.name());
                json.writeNumberProperty("value", row.value());
                json.writeNumberProperty("baseline", row.baseline());
                json.writeNumberProperty("ratio", row.ratio().median());
                writeBar(row, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void writeBar(Row row, JsonGenerator json) {
        Double bar = row.bar();
        if (bar == null) {
            json.writeNullProperty("bar");
        } else {
            json.writeNumberProperty("bar", bar);
        }
        switch (row.holds()) {
            case TRUE -> json.writeBooleanProperty("holds", true);
            case FALSE -> json.writeBooleanProperty("holds", false);
            case UNRESOLVED -> json.writeStringProperty("holds", "unresolved");
        }
    }
}
