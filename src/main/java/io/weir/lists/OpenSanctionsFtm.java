package io.weir.lists;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * OpenSanctions' {@code entities.ftm.json}: FollowTheMoney, one entity a line, of which the wallets
 * are of interest and whoever holds them. It brings many authorities together; what they say
 * themselves comes first where Weir reads it. Its date is that on which an entity was last seen.
 */
final class OpenSanctionsFtm implements ListFormat {

  /** OpenSanctions' largest collection has some gigabytes. */
  private static final long MAX_BYTES = 8L * 1024 * 1024 * 1024;

  private static final int DATE_LENGTH = "2026-01-31".length();

  @Override
  public String id() {
    return "opensanctions-ftm";
  }

  @Override
  public String description() {
    return "OpenSanctions' entities.ftm.json (FollowTheMoney): sanctioned wallets";
  }

  @Override
  public Optional<ListId> onlyList() {
    return Optional.of(new ListId("OPENSANCTIONS", "DEFAULT"));
  }

  @Override
  public boolean recognises(String head) {
    return head.stripLeading().startsWith("{")
        && head.contains("\"schema\"")
        && head.contains("\"properties\"");
  }

  @Override
  public boolean mayEndWith(String tail) {
    return tail.endsWith("}");
  }

  @Override
  public boolean sweeps() {
    // Most entities, and many wallets, are not sanctioned.
    return false;
  }

  @Override
  public long maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public Contents read(String name, InputStream file) throws IOException, ListRefused {
    FtmWallets wallets = new FtmWallets();
    FtmLines.read(name, Utf8.reader(file), wallets::take);
    return wallets.contents();
  }

  /** The date a text begins with; empty when it is no whole date, such as a year alone. */
  static Optional<LocalDate> date(String text) {
    if (text.length() < DATE_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
