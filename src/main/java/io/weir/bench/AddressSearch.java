package io.weir.bench;

import io.weir.address.AddressKey;
import io.weir.address.Chains;
import io.weir.address.Family;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.PartySkimmer;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.SkimmedParties;
import io.weir.avro.TransferReader;
import io.weir.domain.Legs;
import io.weir.domain.Parties;

/**
 * Looks for one address in transfer after transfer, as one does who has no index, with the code
 * that Weir itself reads parties and addresses with.
 */
final class AddressSearch {
  private final AddressKey wanted;
  private final long fingerprint;
  private final Chains chains;
  private final QuickChains quickChains;
  private final TransferReader reader;
  private final PartySkimmer skimmer;
  private final SkimmedParties parties = new SkimmedParties();
  private final QuickReader addresses = new QuickReader();
  private long found;

  AddressSearch(AddressKey wanted, Chains chains, RegistrySerdes serdes) {
    this.wanted = wanted;
    this.fingerprint = Fingerprint.of(wanted);
    this.chains = chains;
    this.quickChains = new QuickChains(chains);
    this.reader = new TransferReader(serdes.client());
    this.skimmer = reader.skimmer();
  }

  /** Looks at the bytes of a transfer. */
  void look(byte[] transfer) {
    if (!skimmer.skim(transfer, parties)) {
      lookWithCare(transfer);
      return;
    }
    Family family = quickChains.find(parties.bytes(), parties.chainFrom(), parties.chainTo());
    for (int party = 0; party < parties.count(); party++) {
      long key =
          family == null
              ? Fingerprint.NONE
              : addresses.read(family, parties.bytes(), parties.from(party), parties.to(party));
      if (key == Fingerprint.NONE) {
        lookWithCare(transfer);
        return;
      }
      if (key == fingerprint) {
        found++;
        return;
      }
    }
  }

  /** At what cannot be read the quick way, such as the first transfer of a schema. */
  private void lookWithCare(byte[] transfer) {
    Parties careful =
        reader
            .parties(transfer)
            .value()
            .orElseThrow(() -> new BenchFailure("A transfer of the load cannot be read"));
    if (Legs.of(careful, chains).legs().stream()
        .anyMatch(leg -> leg.address().key().equals(wanted))) {
      found++;
    }
  }

  /** How many transfers touch the address. */
  long found() {
    return found;
  }
}
