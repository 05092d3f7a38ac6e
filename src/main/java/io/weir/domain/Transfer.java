package io.weir.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One movement of an asset on a blockchain; the fields are those of {@code schemas/Transfer.avsc}.
 *
 * @param transferId stable and unique
 * @param chain CAIP-2 id or a declared short name
 * @param position log or output index within the transaction
 * @param amount in the asset's smallest unit
 * @param senders empty for a mint or a coinbase
 * @param receivers empty for a contract creation or a burn
 * @param initiator the account that signed, when it is not the sender
 * @param valueUsd in US dollars
 * @param accountRef the exchange's own pseudonymous reference
 */
public record Transfer(
    String transferId,
    String chain,
    String txHash,
    OptionalLong position,
    OptionalLong blockNumber,
    Optional<String> blockHash,
    Instant occurredAt,
    Direction direction,
    TransferStatus status,
    List<Party> senders,
    List<Party> receivers,
    Optional<String> initiator,
    Asset asset,
    BigInteger amount,
    Optional<BigDecimal> valueUsd,
    Optional<String> accountRef,
    Map<String, String> attributes) {

  public Transfer {
    senders = List.copyOf(senders);
    receivers = List.copyOf(receivers);
    attributes = Map.copyOf(attributes);
  }
}
