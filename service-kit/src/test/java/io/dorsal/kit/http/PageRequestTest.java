package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void aPageHasFiftyItemsUnlessAskedOtherwise() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(50, null));
    }

    @Test
    void aCursorLeadsBackToItsSortKey() {
        assertThat(PageRequest.of("1", PageRequest.cursor("2026|a")).position()).contains("2026|a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "", "99999999999"})
    void anotherLimitIsRefused(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorThatNoListMadeIsRefused() {
        assertThatThrownBy(() -> PageRequest.of(null, "%%%")).isInstanceOf(ProblemException.class);
    }
}
