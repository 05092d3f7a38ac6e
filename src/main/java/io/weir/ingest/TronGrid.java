package io.weir.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Pages of TronGrid's TRC-20 history of an account: JSON documents with a list named data.
 *
 * <p>A row has no index within its transaction, and the histories of two accounts show the same
 * transaction in different parts. So the id of a transfer is made of what its row says, and of its
 * turn among the equal rows of the page.
 */
final class TronGrid implements TransferFormat {
  static final String NAME = "trongrid";

  /** A token's decimals are a uint8. */
  private static final int MAX_DECIMALS = 255;

  /** 64 bits, among the few transfers of one transaction. */
  private static final int DIGEST_BYTES = 8;

  private final String chain;

  TronGrid(String chain) {
    this.chain = chain;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LineSource open(InputStream in) {
    return new TronGridPages(in, this::convert);
  }

  private IngestLine convert(Row row, Turns turns) throws RowFault {
    String type = row.text("type");
    return switch (type) {
      case "Transfer" -> row.converted(transfer(row, turns));
      case "Approval" -> row.skipped("type Approval");
      default ->
          throw row.fault("type", "is " + Row.shown(row.value("type")) + "; expected Transfer");
    };
  }

  private Transfer transfer(Row row, Turns turns) throws RowFault {
    String hash = row.text("transaction_id");
    Row token = row.row("token_info");
    String contract = token.text("address");
    String from = row.text("from");
    String to = row.text("to");
    BigInteger value = row.amount("value");
    String content = String.join(" ", hash, contract, from, to, value.toString());
    return new Transfer(
        String.join(":", chain, hash, digest(content) + "-" + turns.next(content)),
        chain,
        hash,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        row.time("block_timestamp", ChronoUnit.MILLIS),
        Direction.UNKNOWN,
        TransferStatus.CONFIRMED,
        List.of(Party.of(from, value)),
        List.of(Party.of(to, value)),
        Optional.empty(),
        new Asset(token.optionalText("symbol").orElse(""), Optional.of(contract), decimals(token)),
        value,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static OptionalInt decimals(Row token) throws RowFault {
    OptionalLong decimals = token.optionalNumber("decimals");
    if (decimals.isEmpty()) {
      return OptionalInt.empty();
    }
    if (decimals.getAsLong() > MAX_DECIMALS) {
      throw token.fault(
          "decimals", "is " + decimals.getAsLong() + "; expected no more than " + MAX_DECIMALS);
    }
    return OptionalInt.of((int) decimals.getAsLong());
  }

  private static String digest(String content) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(sha256, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** How often each row was seen on a page. Equal rows are several transfers of one amount. */
  static final class Turns {
    private final Map<String, Integer> seen = new HashMap<>();

    private int next(String content) {
      return seen.merge(content, 1, Integer::sum) - 1;
    }
  }
}
