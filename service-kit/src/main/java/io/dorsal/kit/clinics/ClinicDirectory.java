package io.dorsal.kit.clinics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds clinics by id. */
public final class ClinicDirectory {

    private final Map<String, Clinic> byId;

    public ClinicDirectory(List<Clinic> clinics) {
        byId = clinics.stream().collect(Collectors.toUnmodifiableMap(Clinic::id, Function.identity()));
    }

    /** The clinic of this id; empty where none is configured. */
    public Optional<Clinic> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
