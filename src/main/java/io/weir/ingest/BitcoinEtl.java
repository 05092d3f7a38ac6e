package io.weir.ingest;

import io.weir.domain.Asset;
import io.weir.domain.Direction;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * JSON lines of bitcoin-etl: transactions of Bitcoin or of a chain that came from it. The
 * transaction is the transfer, since no input is bound to an output.
 */
final class BitcoinEtl implements TransferFormat {
  static final String NAME = "bitcoin-etl";

  /** How many inputs the export names no address for, shielded ones included; absent for none. */
  static final String INPUTS_WITHOUT_ADDRESS = "inputs_without_address";

  /** How many outputs name no address, shielded ones included; absent for none. */
  static final String OUTPUTS_WITHOUT_ADDRESS = "outputs_without_address";

  /**
   * Somebody whose address an export that was not enriched does not name. It is no address, so
   * screening makes the transfer UNSCREENABLE: to clear it would be to clear an unknown sender.
   */
  private static final Party UNNAMED = Party.of("");

  /** What bitcoin-etl makes up for a script without address: a hash of the script. */
  private static final Pattern MADE_UP = Pattern.compile("nonstandard[0-9a-f]{40}");

  private final String chain;
  private final Asset coin;

  BitcoinEtl(String chain) {
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
    // Only the streaming command of bitcoin-etl writes a type.
    String type = row.optionalText("type").orElse("transaction");
    return switch (type) {
      case "transaction" -> row.converted(transaction(row));
      case "block" -> row.skipped("type block");
      default ->
          throw row.fault("type", "is " + Row.shown(row.value("type")) + "; expected transaction");
    };
  }

  private Transfer transaction(Row row) throws RowFault {
    String hash = row.text("hash");
    List<Row> outputs = row.rows("outputs");
    if (outputs.isEmpty()) {
      throw row.fault("outputs", "is missing or empty; expected one output at least");
    }
    List<Row> inputs = row.rows("inputs");
    BigInteger amount = BigInteger.ZERO;
    for (Row output : outputs) {
      amount = amount.add(output.amount("value"));
    }
    return new Transfer(
        chain + ":" + hash,
        chain,
        hash,
        OptionalLong.empty(),
        OptionalLong.of(row.number("block_number")),
        row.optionalText("block_hash"),
        row.time("block_timestamp", ChronoUnit.SECONDS),
        Direction.UNKNOWN,
        TransferStatus.CONFIRMED,
        senders(inputs),
        parties(outputs),
        Optional.empty(),
        coin,
        Amounts.bounded("outputs", amount),
        Optional.empty(),
        Optional.empty(),
        unseen(inputs, outputs));
  }

  /** The senders; whoever the export keeps from us is {@link #UNNAMED}, never left out. */
  private static List<Party> senders(List<Row> inputs) throws RowFault {
    List<Party> senders = new ArrayList<>(parties(inputs));
    for (Row input : inputs) {
      boolean shielded = input.optionalText("type").orElse("").equals("shielded");
      if (!shielded && input.texts("addresses").isEmpty()) {
        senders.add(UNNAMED);
      }
    }
    return senders;
  }

  private static List<Party> parties(List<Row> ends) throws RowFault {
    List<Party> parties = new ArrayList<>();
    for (Row end : ends) {
      List<String> addresses = addresses(end);
      // What several keys hold together is no one's share.
      Optional<BigInteger> share =
          addresses.size() == 1 ? end.optionalAmount("value") : Optional.empty();
      addresses.forEach(address -> parties.add(new Party(address, share)));
    }
    return parties;
  }

  private static List<String> addresses(Row end) throws RowFault {
    return end.texts("addresses").stream()
        .filter(address -> !address.isEmpty() && !MADE_UP.matcher(address).matches())
        .toList();
  }

  private static Map<String, String> unseen(List<Row> inputs, List<Row> outputs) throws RowFault {
    Map<String, String> unseen = new HashMap<>();
    count(unseen, INPUTS_WITHOUT_ADDRESS, inputs);
    count(unseen, OUTPUTS_WITHOUT_ADDRESS, outputs);
    return unseen;
  }

  private static void count(Map<String, String> unseen, String attribute, List<Row> ends)
      throws RowFault {
    int without = 0;
    for (Row end : ends) {
      // Data written into the chain pays no one.
      boolean pays = !end.optionalText("type").orElse("").equals("nulldata");
      if (pays && addresses(end).isEmpty()) {
        without++;
      }
    }
    if (without > 0) {
      unseen.put(attribute, Integer.toString(without));
    }
  }
}
