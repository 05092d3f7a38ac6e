package io.weir.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Weir's own JSON lines, as {@link TransferJson} writes them. */
final class WeirJson implements TransferFormat {
  static final String NAME = "json";

  private static final List<String> TRANSFER =
      List.of(
          "transfer_id",
          "chain",
          "tx_hash",
          "position",
          "block_number",
          "block_hash",
          "occurred_at",
          "direction",
          "status",
          "senders",
          "receivers",
          "initiator",
          "asset",
          "amount",
          "value_usd",
          "account_ref",
          "attributes");

  private static final List<String> PARTY = List.of("address", "amount");
  private static final List<String> ASSET = List.of("symbol", "contract", "decimals");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LineSource open(InputStream in) {
    return new JsonLines(in, row -> row.converted(transfer(row)));
  }

  private static Transfer transfer(Row row) throws RowFault {
    onlyKnown(row, TRANSFER);
    return new Transfer(
        row.text("transfer_id"),
        row.text("chain"),
        row.text("tx_hash"),
        row.optionalNumber("position"),
        row.optionalNumber("block_number"),
        row.optionalText("block_hash"),
        row.time("occurred_at", ChronoUnit.MILLIS),
        row.word("direction", List.of(Direction.values()), Direction.UNKNOWN),
        row.word("status", List.of(TransferStatus.values()), TransferStatus.CONFIRMED),
        parties(row.rows("senders")),
        parties(row.rows("receivers")),
        row.optionalText("initiator"),
        asset(row.row("asset")),
        row.amount("amount"),
        usd(row),
        row.optionalText("account_ref"),
        attributes(row));
  }

  /**
   * A misspelt optional field would otherwise be a party or an amount that is silently left out.
   */
  private static void onlyKnown(Row row, List<String> known) throws RowFault {
    for (String name : row.names()) {
      if (!known.contains(name)) {
        String closest =
            Closest.to(name, known).map(word -> "; did you mean " + word + "?").orElse("");
        throw row.fault(name, "is not a field" + closest);
      }
    }
  }

  private static List<Party> parties(List<Row> rows) throws RowFault {
    List<Party> parties = new ArrayList<>();
    for (Row row : rows) {
      onlyKnown(row, PARTY);
      parties.add(new Party(row.text("address"), row.optionalAmount("amount")));
    }
    return parties;
  }

  private static Asset asset(Row row) throws RowFault {
    onlyKnown(row, ASSET);
    String symbol =
        row.optionalText("symbol")
            .orElseThrow(() -> row.missing("symbol", "a text, empty if unknown"));
    OptionalLong decimals = row.optionalNumber("decimals");
    if (decimals.isPresent() && decimals.getAsLong() > Integer.MAX_VALUE) {
      throw row.fault("decimals", "is " + decimals.getAsLong() + "; expected a small number");
    }
    return new Asset(
        symbol,
        row.optionalText("contract"),
        decimals.isPresent() ? OptionalInt.of((int) decimals.getAsLong()) : OptionalInt.empty());
  }

  private static Optional<BigDecimal> usd(Row row) throws RowFault {
    String field = "value_usd";
    if (!row.has(field)) {
      return Optional.empty();
    }
    JsonNode value = row.value(field);
    return Optional.of(Amounts.usd(row.path(field), value));
  }

  private static Map<String, String> attributes(Row row) throws RowFault {
    Optional<Row> attributes = row.optionalRow("attributes");
    Map<String, String> values = new HashMap<>();
    if (attributes.isPresent()) {
      for (String name : attributes.get().names()) {
        String text =
            attributes
                .get()
                .optionalText(name)
                .orElseThrow(() -> attributes.get().missing(name, "a text"));
        values.put(name, text);
      }
    }
    return values;
  }
}
