package io.weir.lookback;

import io.weir.address.Family;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.PartySkimmer;
import io.weir.avro.RegistryPatience;
import io.weir.avro.SkimmedParties;
import io.weir.avro.TransferReader;
import io.weir.domain.Leg;
import io.weir.domain.Legs;
import io.weir.domain.Parties;
import io.weir.domain.Transfer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records of the screened topic. Not for several threads. */
final class ScreenedReader {
  private final TransferReader reader;
  private final PartySkimmer skimmer;
  private final RegistryPatience patience;
  private final Lookback lookback;
  private final QuickChains chains;
  private final SkimmedParties found = new SkimmedParties();

  /** Measured: to hash each address twice was a seventh of what indexing took. */
  private final QuickReader addresses = QuickReader.forSearch();

  private long[] keys = new long[8];
  private int count;

  ScreenedReader(Lookback lookback) {
    this.lookback = lookback;
    this.reader = new TransferReader(lookback.registry().client());
    this.skimmer = reader.skimmer();
    this.patience = lookback.patience();
    this.chains = new QuickChains(lookback.chains());
  }

  /**
   * Reads the keys of a transfer that was not dropped, without making an object: nearly every one
   * is only indexed, or passed over by a scan. {@link #keys} has them then, and perhaps keys of
   * texts that only look like addresses.
   *
   * @return false when {@link #read} must be asked
   */
  boolean skim(byte @Nullable [] value) {
    count = 0;
    if (!skimmer.skim(value, found) || found.isDropped() || !hasGoodId()) {
      return false;
    }
    Family family = chains.find(found.bytes(), found.chainFrom(), found.chainTo());
    if (family == null) {
      return false;
    }
    for (int party = 0; party < found.count(); party++) {
      long key = addresses.read(family, found.bytes(), found.from(party), found.to(party));
      if (key == Fingerprint.NONE) {
        return false;
      }
      add(key);
    }
    return true;
  }

  /** In characters an id is no longer than in bytes. */
  private boolean hasGoodId() {
    return found.transferIdBytes() > 0 && found.transferIdBytes() <= Legs.MAX_TRANSFER_ID;
  }

  /** The fingerprints of the keys that were read last, some perhaps twice. */
  long[] keys() {
    return keys;
  }

  /** How many of {@link #keys} there are. */
  int count() {
    return count;
  }

  private void add(long key) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
    }
    keys[count++] = key;
  }

  /**
   * What look-back needs of a record; empty when nobody can read who takes part. {@link #keys} has
   * its keys then.
   */
  Optional<Passed> read(long offset, long time, byte @Nullable [] value, Verdict verdict) {
    count = 0;
    Optional<Parties> parties = patience.ask(() -> reader.parties(value)).value();
    if (parties.isEmpty()) {
      return Optional.empty();
    }
    List<Leg> legs = Legs.of(parties.get(), lookback.chains()).legs();
    legs.forEach(leg -> add(Fingerprint.of(leg.address().key())));
    return Optional.of(
        new Passed(
            offset, time, parties.get().transferId(), parties.get().dropped(), legs, verdict));
  }

  /** The whole transfer, or why it cannot be read. */
  TransferReader.Result<Transfer> whole(byte[] value) {
    return patience.ask(() -> reader.whole(value));
  }
}
