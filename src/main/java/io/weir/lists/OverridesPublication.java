package io.weir.lists;

import io.weir.domain.OverrideEntry;
import io.weir.domain.Retrieval;
import io.weir.domain.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The user's own decisions as a publication, which goes the way of every other. */
public final class OverridesPublication {
  private OverridesPublication() {}

  /**
   * The publication of a file.
   *
   * @param uri name of the file, which goes into every listing
   * @param file its bytes
   * @param entries what it says
   */
  public static Publication of(String uri, byte[] file, List<OverrideEntry> entries) {
    Contents contents =
        new Contents(
            Optional.empty(),
            entries.size(),
            entries.stream().map(OverridesPublication::published).toList(),
            List.of());
    return new ListingBuilder(ListId.OVERRIDES, new Source(uri, sha256Hex(file), Optional.empty()))
        .build(contents, Retrieval.ofFile(ListReader.version()), true);
  }

  private static PublishedAddress published(OverrideEntry entry) {
    return new PublishedAddress(
        entry.line(),
        entry.entryId(),
        entry.name(),
        entry.programs(),
        entry.address().text(),
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(entry.override()));
  }

  private static String sha256Hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
