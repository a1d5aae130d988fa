package io.dorsal.referral.lifecycle.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Columns of a multi-row statement, each as one array: {@code select * from unnest(?, ?, …)}. Arrays of texts, numbers
 * and booleans travel in binary, if they are of exactly that type.
 */
public final class SqlArrays {

    /** How PostgreSQL writes the time that never comes. */
    private static final String NEVER = "infinity";

    private SqlArrays() {}

    /** Ids. */
    public static <T> SqlArrayValue uuids(Collection<T> rows, Function<T, UUID> column) {
        return of("uuid", rows, column, UUID[]::new);
    }

    /** Texts, and names of enums. */
    public static <T> SqlArrayValue texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return of("text", rows, column, String[]::new);
    }

    /** Whole numbers. */
    public static <T> SqlArrayValue integers(Collection<T> rows, Function<T, @Nullable Integer> column) {
        return of("int4", rows, column, Integer[]::new);
    }

    /** Large whole numbers. */
    public static <T> SqlArrayValue longs(Collection<T> rows, Function<T, @Nullable Long> column) {
        return of("int8", rows, column, Long[]::new);
    }

    /** Yes and no. */
    public static <T> SqlArrayValue booleans(Collection<T> rows, Function<T, Boolean> column) {
        return of("bool", rows, column, Boolean[]::new);
    }

    /** Times; what has none never comes. */
    public static <T> SqlArrayValue times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return of("timestamptz", rows, row -> text(column.apply(row)), String[]::new);
    }

    /** Times; what has none is null. */
    public static <T> SqlArrayValue optionalTimes(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return of("timestamptz", rows, row -> Objects.toString(column.apply(row), null), String[]::new);
    }

    private static String text(@Nullable Instant time) {
        return time == null ? NEVER : time.toString();
    }

    private static <T, V extends @Nullable Object> SqlArrayValue of(
            String type, Collection<T> rows, Function<T, V> column, IntFunction<V[]> array) {
        return new SqlArrayValue(type, (Object[]) rows.stream().map(column).toArray(array));
    }
}
