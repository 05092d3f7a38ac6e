package io.weir.screening;

import io.weir.address.Chains;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.Policy;
import io.weir.domain.SanctionedAddress;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;

/**
 * What every screening task shares.
 *
 * @param list the index that the global thread fills
 * @param manifests what the global thread knows of each list's last load
 * @param patience for the registry; bounded below the time a poll may take
 * @param helpers look at transfers beside the stream threads, when they have time
 */
public record Screening(
    ScreeningTopics topics,
    ScreeningSettings settings,
    Chains chains,
    Policy policy,
    ListIndex list,
    ManifestIndex manifests,
    RegistrySerdes registry,
    Serde<SanctionedAddress> rows,
    RegistryPatience patience,
    Pace pace,
    Executor helpers,
    ScreeningMeters meters,
    ListMeters listMeters) {

  /** Reads the value of a list row; throws when it cannot be read. */
  Function<byte[], SanctionedAddress> decodeRow() {
    return bytes -> rows.deserializer().deserialize(topics.sanctionedAddresses(), bytes);
  }
}
