package io.weir.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentence of an alert that a person reads first. */
final class Summary {
  private Summary() {}

  static String of(AlertKind kind, Transfer transfer, List<Hit> hits) {
    // What nobody allows is what the alert is about.
    Hit first =
        hits.stream().filter(hit -> hit.allowedBy().isEmpty()).findFirst().orElse(hits.get(0));
    String more =
        hits.size() == 1 ? "" : String.format(Locale.ROOT, " and %d more", hits.size() - 1);
    return Texts.cut(
        opening(kind)
            + amount(transfer)
            + " "
            + role(first.role())
            + " "
            + first.address()
            + " on "
            + transfer.chain()
            + ", "
            + listed(first)
            + decided(first)
            + more,
        MAX_LENGTH);
  }

  /** Long names and addresses included; a summary is a sentence, not the record. */
  private static final int MAX_LENGTH = 600;

  /** Digits of a uint256: more decimals than that leave nothing in front of the point. */
  private static final int MAX_DECIMALS = 78;

  private static String opening(AlertKind kind) {
    return switch (kind) {
      case RETRACTED -> "Dropped by its chain: ";
      case DELISTED -> "No longer listed: ";
      case LOOKBACK -> "Found in the past: ";
      case HIT, UNKNOWN -> "";
    };
  }

  private static String amount(Transfer transfer) {
    Asset asset = transfer.asset();
    String what =
        asset.symbol().isEmpty()
            ? asset.contract().map(contract -> "of token " + contract).orElse("units")
            : asset.symbol();
    int decimals = asset.decimals().orElse(-1);
    // A token's decimals are whatever its contract says; a stranger may say two billion.
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      return transfer.amount() + " base units " + what;
    }
    return new BigDecimal(transfer.amount())
            .movePointLeft(decimals)
            .stripTrailingZeros()
            .toPlainString()
        + " "
        + what;
  }

  private static String role(Role role) {
    return switch (role) {
      case SENDER -> "from";
      case RECEIVER -> "to";
      case INITIATOR -> "initiated by";
      case ASSET_CONTRACT -> "of the asset";
      case UNKNOWN -> "touching";
    };
  }

  /** The user's own decision about it, in the author's words. */
  private static String decided(Hit hit) {
    return hit.allowedBy()
        .flatMap(Listing::override)
        .map(own -> ", allowed by override of " + own.author() + ": " + own.reason())
        .or(
            () ->
                hit.listing()
                    .decision()
                    .map(own -> ", denied by " + own.author() + ": " + own.reason()))
        .orElse("");
  }

  private static String listed(Hit hit) {
    Listing listing = hit.listing();
    if (listing.authority().equals(Listing.UNREADABLE)) {
      return "which is listed; the details of the row cannot be read";
    }
    String programs =
        listing.programs().isEmpty()
            ? ""
            : listing.programs().stream().collect(Collectors.joining(", ", "; ", ""));
    String how =
        hit.match() == Match.KEY ? "which shares a key with " + listing.address() + ", " : "";
    return how
        + "listed by "
        + listing.authority()
        + " as "
        + listing.name()
        + " ("
        + listing.list()
        + " "
        + listing.entryId()
        + programs
        + ")";
  }
}
