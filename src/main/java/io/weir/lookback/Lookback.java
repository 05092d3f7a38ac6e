package io.weir.lookback;

import io.weir.address.Chains;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.Policy;
import java.util.function.Supplier;

/**
 * What every look-back task shares.
 *
 * @param logs opens the log of the screened topic and of the list; each task has its own
 * @param patience for the registry; bounded below the time a poll may take
 */
public record Lookback(
    LookbackTopics topics,
    LookbackSettings settings,
    Chains chains,
    Policy policy,
    RegistrySerdes registry,
    RegistryPatience patience,
    Supplier<Log> logs,
    LookbackMeters meters) {}
