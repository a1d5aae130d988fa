package io.dorsal.intake.form;

import java.util.List;

/**
 * Questions that belong together.
 *
 * @param folded it can be folded away, and is until one of these is met; empty for a section that always stands open
 */
public record Section(String id, String title, String hint, List<Requirement> folded, List<Item> items) {

    public Section {
        folded = List.copyOf(folded);
        items = List.copyOf(items);
    }

    Section askedWhereItMakesSense() {
        return new Section(
                id,
                title,
                hint,
                folded,
                items.stream().map(Item::askedWhereItMakesSense).toList());
    }
}
