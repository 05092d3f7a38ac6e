package io.weir.cli;

import io.weir.address.Address;
import io.weir.domain.Hit;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code weir check} found, for people or as JSON. */
final class CheckReport {
  private final String against;
  private final List<CheckedAddress> checked;
  private final LocalDate today;

  /**
   * @param against which lists, in a few words
   * @param today UTC
   */
  CheckReport(String against, List<CheckedAddress> checked, LocalDate today) {
    this.against = against;
    this.checked = checked;
    this.today = today;
  }

  /** Listed wins over not an address, which wins over clear. */
  ExitCode exitCode() {
    List<CheckedAddress.Verdict> verdicts = checked.stream().map(CheckedAddress::verdict).toList();
    if (verdicts.contains(CheckedAddress.Verdict.LISTED)) {
      return ExitCode.LISTED;
    }
    return verdicts.contains(CheckedAddress.Verdict.NOT_AN_ADDRESS) ? ExitCode.USAGE : ExitCode.OK;
  }

  void print(PrintWriter out) {
    out.println("Checked against " + against);
    checked.forEach(address -> print(out, address));
  }

  private void print(PrintWriter out, CheckedAddress checked) {
    out.println();
    out.println(Cells.of(checked.text()) + "  " + words(checked.verdict()));
    checked
        .address()
        .ifPresent(
            address -> {
              line(out, "kind", address.key().kind().prefix() + ", written as " + address.form());
              line(out, "key", address.key().toString());
            });
    checked.remark().ifPresent(remark -> line(out, "note", remark));
    checked.hits().forEach(hit -> line(out, "listed by", sentence(hit)));
    checked.overrides().forEach(own -> line(out, "override", sentence(checked, own)));
  }

  /** The decision, and what it does to a transfer of this address. */
  private String sentence(CheckedAddress checked, Listing own) {
    ListOverride override = own.override().orElseThrow();
    return OverrideWords.of(override, today) + " -> " + consequence(checked, own, override);
  }

  private String consequence(CheckedAddress checked, Listing own, ListOverride override) {
    if (!override.holdsOn(today)) {
      return "nothing any more";
    }
    if (override.effect() == ListOverride.Effect.DENY) {
      return "listed";
    }
    if (checked.hits().isEmpty()) {
      return "nothing, for nothing lists the address";
    }
    long allowed = checked.hits().stream().filter(hit -> isAllowedBy(hit, own)).count();
    if (allowed > 0) {
      return allowed + " of " + checked.hits().size() + " hits alerted with action MONITOR";
    }
    return "nothing here, for it is about "
        + Cells.of(own.address())
        + override.onlyAuthority().map(name -> " as listed by " + Cells.of(name)).orElse("");
  }

  private static boolean isAllowedBy(Hit hit, Listing own) {
    return hit.allowedBy().filter(own::equals).isPresent();
  }

  private static void line(PrintWriter out, String label, String text) {
    out.println(String.format(Locale.ROOT, "  %-9s  %s", label, text));
  }

  private static String words(CheckedAddress.Verdict verdict) {
    return switch (verdict) {
      case CLEAR -> "clear";
      case LISTED -> "LISTED";
      case NOT_AN_ADDRESS -> "not an address";
    };
  }

  private static String sentence(Hit hit) {
    Listing listing = hit.listing();
    if (listing.authority().equals(Listing.UNREADABLE)) {
      return "a row that cannot be read";
    }
    String label = listing.assetLabel().isEmpty() ? "" : " (" + listing.assetLabel() + ")";
    return listing.authority()
        + "/"
        + listing.list()
        + " "
        + listing.entryId()
        + " "
        + Cells.of(listing.name())
        + " "
        + listing.programs()
        + ": "
        + Cells.of(listing.address())
        + label
        + ", "
        + how(hit);
  }

  private static String how(Hit hit) {
    if (hit.match() == Match.ADDRESS) {
      return "the same address";
    }
    return hit.listing()
        .derivation()
        .map(derivation -> "another address of the same key (" + derivation + ")")
        .orElse("another address of the same key");
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("against", against);
    fields.put("addresses", checked.stream().map(CheckReport::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(CheckedAddress checked) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("address", checked.text());
    fields.put("verdict", checked.verdict().name());
    fields.put("address_key", checked.address().map(a -> a.key().toString()).orElse(null));
    fields.put("kind", checked.address().map(a -> a.key().kind().prefix()).orElse(null));
    fields.put("form", checked.address().map(Address::form).orElse(null));
    fields.put("note", checked.remark().orElse(null));
    fields.put("hits", checked.hits().stream().map(CheckReport::fields).toList());
    fields.put("overrides", checked.overrides().stream().map(ListFields::of).toList());
    return fields;
  }

  private static Map<String, Object> fields(Hit hit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("match", hit.match().name());
    fields.put("listing", ListFields.of(hit.listing()));
    fields.put("allowed_by", hit.allowedBy().map(ListFields::of).orElse(null));
    return fields;
  }
}
