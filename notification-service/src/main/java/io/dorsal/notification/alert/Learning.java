package io.dorsal.notification.alert;

import java.util.List;

/**
 * What news made of a case file.
 *
 * @param file the file with the news in it
 * @param changes of alerts, in order
 */
public record Learning(CaseFile file, List<Change> changes, List<Oddity> oddities) {

    public Learning {
        changes = List.copyOf(changes);
        oddities = List.copyOf(oddities);
    }
}
