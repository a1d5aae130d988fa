package io.dorsal.referral.routing.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Columns of a multi-row statement, each as one array: {@code select * from unnest(?, ?, …)}. */
final class SqlArrays {

    /** How PostgreSQL writes the time that never comes. */
    static final String NEVER = "infinity";

    private SqlArrays() {}

    static <T> SqlArrayValue uuids(Collection<T> rows, Function<T, Object> column) {
        return of("uuid", rows, column);
    }

    static <T> SqlArrayValue texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return of("text", rows, column);
    }

    static <T> SqlArrayValue integers(Collection<T> rows, Function<T, Object> column) {
        return of("int4", rows, column);
    }

    static <T> SqlArrayValue longs(Collection<T> rows, Function<T, Object> column) {
        return of("int8", rows, column);
    }

    static <T> SqlArrayValue booleans(Collection<T> rows, Function<T, Object> column) {
        return of("bool", rows, column);
    }

    static <T> SqlArrayValue times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return of("timestamptz", rows, row -> {
            Instant time = column.apply(row);
            return time == null ? NEVER : time.toString();
        });
    }

    private static <T> SqlArrayValue of(String type, Collection<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
