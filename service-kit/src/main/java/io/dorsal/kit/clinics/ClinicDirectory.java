package io.dorsal.kit.clinics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds clinics by id. */
public final class ClinicDirectory {

    private final Map<String, Clinic> byId;
    private final Map<String, String> onCallPhones;

    public ClinicDirectory(List<Clinic> clinics) {
        this(clinics, Map.of());
    }

    /** @param onCallPhones where a clinic reaches the on-call staff of its network, by network */
    public ClinicDirectory(List<Clinic> clinics, Map<String, String> onCallPhones) {
        this.onCallPhones = Map.copyOf(onCallPhones);
        byId = clinics.stream().collect(Collectors.toUnmodifiableMap(Clinic::id, Function.identity()));
    }

    /** All clinics, by their names. */
    public List<Clinic> all() {
        return byId.values().stream().sorted(Comparator.comparing(Clinic::name)).toList();
    }

    /** The networks that have a clinic. */
    public Set<String> networks() {
        return byId.values().stream().map(Clinic::network).collect(Collectors.toUnmodifiableSet());
    }

    /** The network of a clinic; empty where no such clinic is configured. */
    public Optional<String> networkOf(String clinicId) {
        return find(clinicId).map(Clinic::network);
    }

    /** Where a clinic reaches the on-call staff of a network; empty where that is not configured. */
    public Optional<String> onCallPhoneOf(String network) {
        return Optional.ofNullable(onCallPhones.get(network));
    }

    /** The clinics that know a patient by the same key as this one: itself, and where its network shares keys, all of it. */
    public Set<String> sharingPatientKeysWith(Clinic clinic) {
        return clinic.sharesPatientKeys()
                ? byId.values().stream()
                        .filter(other -> other.network().equals(clinic.network()))
                        .map(Clinic::id)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(clinic.id());
    }

    /** The clinic of this id; empty where none is configured. */
    public Optional<Clinic> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
