package io.weir.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.domain.Alert;
import io.weir.domain.Hit;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.SourcePosition;
import io.weir.ingest.TransferJson;

/**
 * Alerts in JSON: the field names of {@code schemas/Alert.avsc}, amounts as decimal text, times in
 * ISO-8601, nothing for what is unknown.
 */
final class AlertJson {
  private AlertJson() {}

  /** An alert on one line. */
  static String line(Alert alert) {
    ObjectNode json = object();
    json.put("alert_id", alert.alertId());
    json.put("kind", alert.kind().name());
    json.set("transfer", TransferJson.write(alert.transfer()));
    json.put("abridged", alert.abridged());
    ArrayNode hits = json.putArray("hits");
    alert.hits().forEach(hit -> hits.add(hit(hit)));
    json.put("severity", alert.severity().name());
    json.put("action", alert.action().name());
    json.put("policy_rule", alert.policyRule());
    json.put("list_position", alert.listPosition());
    json.put("raised_at", alert.raisedAt().toString());
    json.set("source", position(alert.source()));
    json.put("summary", alert.summary());
    return json.toString();
  }

  private static ObjectNode hit(Hit hit) {
    ObjectNode json = object();
    json.put("hit_id", hit.hitId());
    json.put("role", hit.role().name());
    json.put("address", hit.address());
    json.put("address_key", hit.key().toString());
    json.put("match", hit.match().name());
    json.set("listing", listing(hit.listing()));
    hit.allowedBy().ifPresent(allow -> json.set("allowed_by", listing(allow)));
    return json;
  }

  private static ObjectNode listing(Listing listing) {
    ObjectNode json = object();
    json.put("listing_id", listing.listingId());
    json.put("authority", listing.authority());
    json.put("list", listing.list());
    json.put("entry_id", listing.entryId());
    json.put("name", listing.name());
    ArrayNode programs = json.putArray("programs");
    listing.programs().forEach(programs::add);
    json.put("address", listing.address());
    json.put("asset_label", listing.assetLabel());
    listing.listedOn().ifPresent(day -> json.put("listed_on", day.toString()));
    ObjectNode source = json.putObject("source");
    source.put("uri", listing.source().uri());
    source.put("sha256", listing.source().sha256());
    listing.source().publishedOn().ifPresent(day -> source.put("published_on", day.toString()));
    listing.derivation().ifPresent(how -> json.put("derivation", how));
    ArrayNode aliases = json.putArray("aliases");
    listing.aliases().forEach(aliases::add);
    listing.publishedText().ifPresent(text -> json.put("published_text", text));
    listing.override().ifPresent(override -> json.set("override", override(override)));
    return json;
  }

  private static ObjectNode override(ListOverride override) {
    ObjectNode json = object();
    json.put("effect", override.effect().name());
    json.put("reason", override.reason());
    json.put("author", override.author());
    override.expiresOn().ifPresent(day -> json.put("expires_on", day.toString()));
    override.onlyAuthority().ifPresent(authority -> json.put("only_authority", authority));
    return json;
  }

  private static ObjectNode position(SourcePosition position) {
    return object()
        .put("topic", position.topic())
        .put("partition", position.partition())
        .put("offset", position.offset());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
