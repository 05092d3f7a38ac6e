package io.weir.screening;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the rows of a file list. Those that were hit of late stay decoded: an address that is hit is
 * hit again and again, and to decode its row was a tenth of what a hit took (ADR-0024).
 *
 * <p>For any number of threads; what happens to a row after it was appended is nothing, so that a
 * position means the same until the file forgets all of them.
 */
final class DecodedRows {
  /** In bytes of the rows as they lie in the file; decoded, they take more than that. */
  private static final long RECENT_BYTES = 2 << 20;

  private final RowFile rows;
  private final Function<byte[], SanctionedAddress> decode;
  private final Cache<Integer, Decoded> recent =
      CacheBuilder.newBuilder()
          .maximumWeight(RECENT_BYTES)
          .<Integer, Decoded>weigher((position, decoded) -> decoded.bytes())
          .build();

  private record Decoded(List<Listing> listings, int bytes) {}

  /**
   * @param decode reads a row's value
   */
  DecodedRows(RowFile rows, Function<byte[], SanctionedAddress> decode) {
    this.rows = rows;
    this.decode = decode;
  }

  /**
   * What the row there lists.
   *
   * @param key of the row, for one that cannot be read
   */
  List<Listing> listings(int position, AddressKey key) {
    Decoded known = recent.getIfPresent(position);
    if (known != null) {
      return known.listings();
    }
    byte[] row = rows.value(position);
    if (row.length == 0) {
      return List.of(Listing.unreadable(key));
    }
    try {
      List<Listing> listings = decode.apply(row).listings();
      recent.put(position, new Decoded(listings, row.length));
      return listings;
    } catch (SerializationException e) {
      // It was readable once; its schema has since gone from the registry and from the cache.
      return List.of(Listing.unreadable(key));
    }
  }

  /** Before the rows' positions mean others; nobody may read meanwhile. */
  void clear() {
    recent.invalidateAll();
  }
}
