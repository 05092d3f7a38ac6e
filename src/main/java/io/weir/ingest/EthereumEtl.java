package io.weir.ingest;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** JSON lines of ethereum-etl: token transfers and transactions of one EVM chain. */
final class EthereumEtl implements TransferFormat {
  static final String NAME = "ethereum-etl";

  /** Set, to 0, on transactions that failed: the coin did not move, the parties did meet. */
  static final String RECEIPT_STATUS = "receipt_status";

  /** What ethereum-etl exports beside; none of it is a transfer of its own. */
  private static final Set<String> OTHER_TYPES =
      Set.of("block", "log", "trace", "contract", "token");

  private final String chain;
  private final Asset coin;

  EthereumEtl(String chain) {
    this.chain = chain;
    this.coin = Coins.of(chain);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LineSource open(InputStream in) {
    return new JsonLines(in, this::convert);
  }

  private IngestLine convert(Row row) throws RowFault {
    String type = row.text("type");
    if (OTHER_TYPES.contains(type)) {
      return row.skipped("type " + type);
    }
    return switch (type) {
      case "token_transfer" -> row.converted(tokenTransfer(row));
      case "transaction" -> row.converted(transaction(row));
      default ->
          throw row.fault(
              "type",
              "is " + Row.shown(row.value("type")) + "; expected token_transfer or transaction");
    };
  }

  private Transfer tokenTransfer(Row row) throws RowFault {
    String hash = row.text("transaction_hash");
    long logIndex = row.number("log_index");
    BigInteger value = row.amount("value");
    // The export does not say what the token is called.
    Asset token = new Asset("", Optional.of(row.text("token_address")), OptionalInt.empty());
    return transfer(
        row,
        chain + ":" + hash + ":" + logIndex,
        hash,
        OptionalLong.of(logIndex),
        Party.of(row.text("from_address"), value),
        List.of(Party.of(row.text("to_address"), value)),
        token,
        value);
  }

  private Transfer transaction(Row row) throws RowFault {
    String hash = row.text("hash");
    BigInteger value = row.amount("value");
    return transfer(
        row,
        chain + ":" + hash,
        hash,
        OptionalLong.empty(),
        Party.of(row.text("from_address"), value),
        receiver(row).map(address -> Party.of(address, value)).stream().toList(),
        coin,
        value);
  }

  /** A creation has no receiver but the contract it makes. */
  private static Optional<String> receiver(Row row) throws RowFault {
    Optional<String> to = row.optionalText("to_address").filter(address -> !address.isEmpty());
    return to.isPresent()
        ? to
        : row.optionalText("receipt_contract_address").filter(address -> !address.isEmpty());
  }

  private Transfer transfer(
      Row row,
      String id,
      String hash,
      OptionalLong position,
      Party sender,
      List<Party> receivers,
      Asset asset,
      BigInteger amount)
      throws RowFault {
    OptionalLong receiptStatus = row.optionalNumber(RECEIPT_STATUS);
    boolean failed = receiptStatus.isPresent() && receiptStatus.getAsLong() == 0;
    return new Transfer(
        id,
        chain,
        hash,
        position,
        OptionalLong.of(row.number("block_number")),
        row.optionalText("block_hash"),
        row.time("block_timestamp", ChronoUnit.SECONDS),
        Direction.UNKNOWN,
        TransferStatus.CONFIRMED,
        List.of(sender),
        receivers,
        Optional.empty(),
        asset,
        amount,
        Optional.empty(),
        Optional.empty(),
        failed ? Map.of(RECEIPT_STATUS, "0") : Map.of());
  }
}
