package io.dorsal.rules.docs;

import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.Map;
import java.util.TreeMap;

/** The pages that show a ruleset to clinicians: one for each table of rules, and one for each thing that rules rest on. */
public final class RulePages {
    private RulePages() {}

    /** Markdown by file name; the same for the same ruleset, always. */
    public static Map<String, String> of(Ruleset ruleset) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", OverviewPage.of(ruleset));
        for (RuleTable table : ruleset.tables()) {
            pages.put(fileName(table), TablePage.of(ruleset, table));
        }
        pages.put("terms.md", ReferencePages.terms(ruleset));
        pages.put("vocabulary.md", ReferencePages.vocabulary(ruleset.vocabulary()));
        pages.put("sources.md", ReferencePages.sources(ruleset));
        pages.put("advice.md", ReferencePages.advice(ruleset));
        return pages;
    }

    static String fileName(RuleTable table) {
        String file = table.file().substring(table.file().lastIndexOf('/') + 1);
        return file.substring(0, file.lastIndexOf('.')) + ".md";
    }
}
