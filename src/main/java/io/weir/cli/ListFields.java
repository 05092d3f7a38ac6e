package io.weir.cli;

import io.weir.domain.ListManifest;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.Refusal;
import io.weir.domain.Source;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Listings and manifests as JSON fields, named as in the schemas. */
final class ListFields {
  private static final String SOURCE = "source";

  private ListFields() {}

  static Map<String, Object> of(Listing listing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("listing_id", listing.listingId());
    fields.put("authority", listing.authority());
    fields.put("list", listing.list());
    fields.put("entry_id", listing.entryId());
    fields.put("name", listing.name());
    fields.put("programs", listing.programs());
    fields.put("address", listing.address());
    fields.put("asset_label", listing.assetLabel());
    fields.put("listed_on", listing.listedOn().map(LocalDate::toString).orElse(null));
    fields.put(SOURCE, of(listing.source()));
    fields.put("derivation", listing.derivation().orElse(null));
    fields.put("aliases", listing.aliases());
    fields.put("published_text", listing.publishedText().orElse(null));
    fields.put("override", listing.override().map(ListFields::of).orElse(null));
    return fields;
  }

  /** The names of the fields in which two listings differ; where they were read does not count. */
  static List<String> changed(Listing before, Listing after) {
    Map<String, Object> old = of(before);
    Map<String, Object> now = of(after);
    return now.keySet().stream()
        .filter(field -> !field.equals(SOURCE) && !Objects.equals(old.get(field), now.get(field)))
        .toList();
  }

  private static Map<String, Object> of(ListOverride override) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("effect", override.effect().name());
    fields.put("reason", override.reason());
    fields.put("author", override.author());
    fields.put("expires_on", override.expiresOn().map(LocalDate::toString).orElse(null));
    fields.put("only_authority", override.onlyAuthority().orElse(null));
    return fields;
  }

  static Map<String, Object> of(ListManifest manifest) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", manifest.authority());
    fields.put("list", manifest.list());
    fields.put(SOURCE, of(manifest.source()));
    fields.put("loaded_at", manifest.loadedAt().toString());
    fields.put("entries", manifest.entries());
    fields.put("addresses", manifest.addresses());
    fields.put("skipped", manifest.skipped().size());
    return fields;
  }

  static Map<String, Object> of(Refusal refusal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", refusal.at().toString());
    fields.put("reason", refusal.reason());
    fields.put("detail", refusal.detail());
    fields.put("uri", refusal.uri());
    return fields;
  }

  static Map<String, Object> of(Source source) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uri", source.uri());
    fields.put("sha256", source.sha256());
    fields.put("published_on", source.publishedOn().map(LocalDate::toString).orElse(null));
    return fields;
  }
}
