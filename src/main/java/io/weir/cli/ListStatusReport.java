package io.weir.cli;

import static java.time.ZoneOffset.UTC;

import io.weir.domain.AgeLimits;
import io.weir.domain.Freshness;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.publish.HeldLists;
import io.weir.runtime.FreshnessWords;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How fresh the lists on a cluster are, as a table for people or as JSON. */
final class ListStatusReport {
  /** Between the parts of a sentence about one list. */
  private static final String AT = ": ";

  private final List<Status> lists;
  private final OverridesStatus overrides;

  private ListStatusReport(List<Status> lists, OverridesStatus overrides) {
    this.lists = lists;
    this.overrides = overrides;
  }

  /**
   * One list.
   *
   * @param manifest empty when it cannot be read
   */
  private record Status(Freshness freshness, Optional<ListManifest> manifest) {
    private String name() {
      return Cells.of(freshness.authority()) + "/" + Cells.of(freshness.list());
    }
  }

  static ListStatusReport of(HeldLists held, AgeLimits limits, Instant now) {
    List<Status> lists = new ArrayList<>();
    held.manifests()
        .values()
        .forEach(
            manifest ->
                lists.add(new Status(Freshness.of(manifest, limits, now), Optional.of(manifest))));
    held.unreadableManifests()
        .forEach(key -> lists.add(new Status(Freshness.unknown(key, limits), Optional.empty())));
    lists.sort(Comparator.comparing(Status::name));
    return new ListStatusReport(
        List.copyOf(lists), OverridesStatus.of(held, LocalDate.ofInstant(now, UTC)));
  }

  /** Whether no list is loaded. */
  boolean isEmpty() {
    return lists.isEmpty();
  }

  /** Whether every list is fresh. */
  boolean isFresh() {
    return lists.stream().allMatch(list -> list.freshness.isFresh());
  }

  void print(PrintWriter out) {
    Table table =
        new Table(
            "AUTHORITY",
            "LIST",
            "PUBLISHED",
            "LOADED",
            "AGE",
            "LIMIT",
            "STATE",
            "ADDRESSES",
            "REFUSED");
    lists.forEach(
        list ->
            table.row(
                Cells.of(list.freshness.authority()),
                Cells.of(list.freshness.list()),
                list.manifest
                    .flatMap(known -> known.source().publishedOn())
                    .map(LocalDate::toString)
                    .orElse("unknown"),
                list.manifest.map(known -> known.loadedAt().toString()).orElse("unknown"),
                list.freshness.age().map(FreshnessWords::words).orElse("unknown"),
                list.freshness.limit().map(FreshnessWords::words).orElse("none"),
                list.freshness.state().name().toLowerCase(Locale.ROOT),
                list.manifest.map(known -> Integer.toString(known.addresses())).orElse(""),
                list.manifest.map(known -> Integer.toString(known.refusals())).orElse("")));
    table.print(out);
    lists.forEach(list -> print(out, remarks(list)));
    print(out, overrides.remarks());
  }

  private static void print(PrintWriter out, List<String> remarks) {
    if (!remarks.isEmpty()) {
      out.println();
      remarks.forEach(out::println);
    }
  }

  private static List<String> remarks(Status list) {
    List<String> remarks = new ArrayList<>();
    if (!list.freshness.isFresh()) {
      remarks.add(FreshnessWords.sentence(list.freshness));
    }
    list.manifest
        .flatMap(ListManifest::additionsFrom)
        .ifPresent(
            source ->
                remarks.add(
                    list.name()
                        + AT
                        + "of "
                        + Cells.of(source.uri())
                        + source.publishedOn().map(day -> ", published on " + day).orElse("")
                        + ", only the additions were applied."));
    list.manifest
        .flatMap(ListManifest::lastRefusal)
        .ifPresent(refusal -> remarks.add(list.name() + AT + sentence(refusal)));
    return remarks;
  }

  private static String sentence(Refusal refusal) {
    return "last refused at "
        + refusal.at()
        + ", "
        + Cells.of(refusal.uri())
        + ", "
        + refusal.reason()
        + ". "
        + refusal.detail().replaceAll("\\p{C}+", " ");
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fresh", isFresh());
    fields.put("lists", lists.stream().map(ListStatusReport::fields).toList());
    fields.put("overrides", overrides.fields());
    return fields;
  }

  private static Map<String, Object> fields(Status list) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Optional<ListManifest> known = list.manifest;
    fields.put("authority", list.freshness.authority());
    fields.put("list", list.freshness.list());
    fields.put("state", list.freshness.state().name());
    fields.put("age_seconds", list.freshness.age().map(Duration::toSeconds).orElse(null));
    fields.put("limit_seconds", list.freshness.limit().map(Duration::toSeconds).orElse(null));
    fields.put("loaded_at", known.map(m -> m.loadedAt().toString()).orElse(null));
    fields.put("source", known.map(m -> ListFields.of(m.source())).orElse(null));
    fields.put(
        "additions_from",
        known.flatMap(ListManifest::additionsFrom).map(ListFields::of).orElse(null));
    fields.put("entries", known.map(ListManifest::entries).orElse(null));
    fields.put("addresses", known.map(ListManifest::addresses).orElse(null));
    fields.put(
        "listings",
        known.filter(m -> m.listings().isPresent()).map(m -> m.listings().getAsInt()).orElse(null));
    fields.put("refusals", known.map(ListManifest::refusals).orElse(null));
    fields.put(
        "last_refusal",
        known.flatMap(ListManifest::lastRefusal).map(ListStatusReport::fields).orElse(null));
    return fields;
  }

  private static Map<String, Object> fields(Refusal refusal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", refusal.at().toString());
    fields.put("reason", refusal.reason());
    fields.put("detail", refusal.detail());
    fields.put("uri", refusal.uri());
    return fields;
  }
}
