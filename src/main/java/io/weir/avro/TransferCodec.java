package io.weir.avro;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@link Transfer} and its Avro record, both ways. */
final class TransferCodec {
  /** Cents; the scale of {@code value_usd} in the schema. */
  private static final int USD_SCALE = 2;

  /** Digits of {@code value_usd} in the schema. */
  private static final int USD_PRECISION = 38;

  /** Digits of an amount in the schema; a uint256 fits. */
  private static final int AMOUNT_PRECISION = 78;

  private TransferCodec() {}

  static io.weir.avro.Transfer toAvro(Transfer transfer) {
    return new io.weir.avro.Transfer(
        transfer.transferId(),
        transfer.chain(),
        transfer.txHash(),
        boxed(transfer.position()),
        boxed(transfer.blockNumber()),
        transfer.blockHash().orElse(null),
        transfer.occurredAt(),
        Enums.as(io.weir.avro.Direction.class, transfer.direction()),
        Enums.as(io.weir.avro.TransferStatus.class, transfer.status()),
        transfer.senders().stream().map(TransferCodec::toAvro).toList(),
        transfer.receivers().stream().map(TransferCodec::toAvro).toList(),
        transfer.initiator().orElse(null),
        toAvro(transfer.asset()),
        new BigDecimal(transfer.amount()),
        transfer.valueUsd().map(v -> v.setScale(USD_SCALE, RoundingMode.HALF_EVEN)).orElse(null),
        transfer.accountRef().orElse(null),
        transfer.attributes());
  }

  static Transfer toDomain(io.weir.avro.Transfer avro) {
    return new Transfer(
        avro.getTransferId(),
        avro.getChain(),
        avro.getTxHash(),
        optional(avro.getPosition()),
        optional(avro.getBlockNumber()),
        Optional.ofNullable(avro.getBlockHash()),
        avro.getOccurredAt(),
        Enums.as(Direction.class, avro.getDirection()),
        Enums.as(TransferStatus.class, avro.getStatus()),
        parties(avro.getSenders()),
        parties(avro.getReceivers()),
        Optional.ofNullable(avro.getInitiator()),
        toDomain(avro.getAsset()),
        integer(avro.getAmount()),
        Optional.ofNullable(avro.getValueUsd()).map(value -> within(USD_PRECISION, value)),
        Optional.ofNullable(avro.getAccountRef()),
        avro.getAttributes());
  }

  private static io.weir.avro.Party toAvro(Party party) {
    return new io.weir.avro.Party(
        party.address(), party.amount().map(BigDecimal::new).orElse(null));
  }

  private static List<Party> parties(List<io.weir.avro.Party> parties) {
    return parties.stream()
        .map(
            party ->
                new Party(
                    party.getAddress(),
                    Optional.ofNullable(party.getAmount()).map(TransferCodec::integer)))
        .toList();
  }

  private static io.weir.avro.Asset toAvro(Asset asset) {
    return new io.weir.avro.Asset(
        asset.symbol(),
        asset.contract().orElse(null),
        asset.decimals().isPresent() ? (Integer) asset.decimals().getAsInt() : null);
  }

  private static Asset toDomain(io.weir.avro.Asset asset) {
    Integer decimals = asset.getDecimals();
    return new Asset(
        asset.getSymbol(),
        Optional.ofNullable(asset.getContract()),
        decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals));
  }

  private static BigInteger integer(BigDecimal amount) {
    return within(AMOUNT_PRECISION, amount).toBigIntegerExact();
  }

  /**
   * The same value, held to the schema's precision: Avro checks it only when it writes, and what
   * could be read but not written would stop at its alert.
   */
  private static BigDecimal within(int precision, BigDecimal value) {
    if (value.precision() > precision) {
      throw new ArithmeticException(
          "a decimal of " + value.precision() + " digits; at most " + precision + " are allowed");
    }
    return value;
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
