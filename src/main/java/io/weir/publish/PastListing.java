package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;

/** A listing that was in force, and the key it was under. */
public record PastListing(AddressKey key, Listing listing) {}
