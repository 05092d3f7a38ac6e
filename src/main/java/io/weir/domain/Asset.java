package io.weir.domain;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a transfer moves.
 *
 * @param symbol ticker, for people; never used to match
 * @param contract token contract on the transfer's chain; empty for the chain's own coin
 * @param decimals digits after the point of one whole unit; empty when unknown
 */
public record Asset(String symbol, Optional<String> contract, OptionalInt decimals) {

  /** A chain's own coin. */
  public static Asset coin(String symbol, int decimals) {
    return new Asset(symbol, Optional.empty(), OptionalInt.of(decimals));
  }
}
