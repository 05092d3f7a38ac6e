package io.weir.domain;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One address on one side of a transfer.
 *
 * @param address as the chain or the wallet prints it
 * @param amount this party's share in the asset's smallest unit; empty when unknown
 */
public record Party(String address, Optional<BigInteger> amount) {

  /** A party whose share is unknown. */
  public static Party of(String address) {
    return new Party(address, Optional.empty());
  }

  /** A party and its share. */
  public static Party of(String address, BigInteger amount) {
    return new Party(address, Optional.of(amount));
  }
}
