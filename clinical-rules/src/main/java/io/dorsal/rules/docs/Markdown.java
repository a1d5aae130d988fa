package io.dorsal.rules.docs;

import java.util.List;

/** Collects a page, block after block. */
final class Markdown {
    private static final String GENERATED =
            "<!-- Generated from the ruleset by RuleDocsAreCurrentTest, which says how. Edits are lost. -->";

    private final StringBuilder text = new StringBuilder(GENERATED).append('\n');

    Markdown heading(int level, String heading) {
        return block("#".repeat(level) + " " + heading);
    }

    Markdown block(String block) {
        text.append('\n').append(block.strip()).append('\n');
        return this;
    }

    Markdown lines(List<String> lines) {
        return block(String.join("\n", lines));
    }

    Markdown table(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        row(table, header);
        row(table, header.stream().map(_ -> "---").toList());
        rows.forEach(cells -> row(table, cells));
        return block(table.toString());
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ")
                .append(String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()));
        table.append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
