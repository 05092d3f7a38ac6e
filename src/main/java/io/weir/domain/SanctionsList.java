package io.weir.domain;

import io.weir.address.AddressKey;
import java.util.List;

/** The list, as screening asks it. */
@FunctionalInterface
public interface SanctionsList {
  /**
   * What lists a key; empty when nothing does. A row that cannot be read gives {@link
   * Listing#unreadable}.
   */
  List<Listing> listings(AddressKey key);
}
