package io.weir.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.domain.Asset;
import io.weir.domain.Party;
import io.weir.domain.Transfer;
import java.util.List;
import java.util.TreeMap;

/**
 * Transfers as Weir writes them in JSON: the field names of {@code schemas/Transfer.avsc}, amounts
 * as decimal text, times in ISO-8601, nothing for what is unknown. The {@code json} format of
 * {@link TransferFormats} reads it back.
 */
public final class TransferJson {
  private TransferJson() {}

  /** A transfer on one line. */
  public static String line(Transfer transfer) {
    return write(transfer).toString();
  }

  /** A transfer as a tree, to be put into a larger one. */
  public static ObjectNode write(Transfer transfer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("transfer_id", transfer.transferId());
    json.put("chain", transfer.chain());
    json.put("tx_hash", transfer.txHash());
    transfer.position().ifPresent(position -> json.put("position", position));
    transfer.blockNumber().ifPresent(number -> json.put("block_number", number));
    transfer.blockHash().ifPresent(hash -> json.put("block_hash", hash));
    json.put("occurred_at", transfer.occurredAt().toString());
    json.put("direction", transfer.direction().name());
    json.put("status", transfer.status().name());
    json.set("senders", parties(transfer.senders()));
    json.set("receivers", parties(transfer.receivers()));
    transfer.initiator().ifPresent(initiator -> json.put("initiator", initiator));
    json.set("asset", asset(transfer.asset()));
    json.put("amount", transfer.amount().toString());
    transfer.valueUsd().ifPresent(value -> json.put("value_usd", value.toPlainString()));
    transfer.accountRef().ifPresent(ref -> json.put("account_ref", ref));
    ObjectNode attributes = json.putObject("attributes");
    new TreeMap<>(transfer.attributes()).forEach(attributes::put);
    return json;
  }

  private static ArrayNode parties(List<Party> parties) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Party party : parties) {
      ObjectNode item = json.addObject().put("address", party.address());
      party.amount().ifPresent(amount -> item.put("amount", amount.toString()));
    }
    return json;
  }

  private static ObjectNode asset(Asset asset) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("symbol", asset.symbol());
    asset.contract().ifPresent(contract -> json.put("contract", contract));
    asset.decimals().ifPresent(decimals -> json.put("decimals", decimals));
    return json;
  }
}
