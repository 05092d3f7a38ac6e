package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.domain.Listing;
import io.weir.domain.SanctionsList;
import io.weir.lists.ListFormat;
import io.weir.lists.ListId;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.screening.ListUnusable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What addresses are checked against.
 *
 * @param words which lists, for a person
 */
record CheckAgainst(String words, SanctionsList list) {

  /** Stands for an authority that the file does not name. */
  private static final ListId UNNAMED = new ListId("FILE", "CSV");

  /**
   * The lists in force on a cluster.
   *
   * @param today UTC
   */
  static CheckAgainst cluster(WeirConfig config, LocalDate today) {
    HeldLists held = HeldLists.read(ListConnection.connect(config));
    String topic = config.topics().sanctionedAddresses();
    if (held.isEmpty(today)) {
      throw ListUnusable.empty(topic);
    }
    if (!held.unusableKeys().isEmpty()) {
      throw new CommandFailed(
          ExitCode.LIST_UNUSABLE,
          "The list topic "
              + topic
              + " holds rows whose key is no address key, such as '"
              + Cells.of(held.unusableKeys().iterator().next())
              + "'; what they list is not known. Write a tombstone for each such key.");
    }
    String lists = String.join(", ", held.manifests().keySet().stream().sorted().toList());
    return new CheckAgainst(
        (lists.isEmpty() ? "the lists" : lists) + " of topic " + topic, held::listings);
  }

  /** Published lists in files. */
  static CheckAgainst files(List<Path> files) {
    return publications(files.stream().map(CheckAgainst::publication).toList());
  }

  /** Publications that are at hand. */
  static CheckAgainst publications(List<Publication> publications) {
    String words =
        publications.stream().map(CheckAgainst::words).collect(Collectors.joining(" and "));
    return new CheckAgainst(
        words,
        key ->
            publications.stream()
                .flatMap(
                    publication ->
                        publication.rows().getOrDefault(key, List.<Listing>of()).stream())
                .toList());
  }

  private static Publication publication(Path file) {
    Publication publication =
        new ListFile(new ListInput.OfFile(file), Optional.empty(), Optional.empty())
            .read(CheckAgainst::id, Optional.empty());
    if (publication.rows().isEmpty()) {
      throw new CommandFailed(
          ExitCode.LIST_UNUSABLE,
          file + " names no address, and against an empty list every address would be clear.");
    }
    return publication;
  }

  private static ListId id(ListFormat format) {
    return format.onlyList().orElse(UNNAMED);
  }

  private static String words(Publication publication) {
    return publication.source().uri()
        + " ("
        + publication.id()
        + publication.source().publishedOn().map(LocalDate::toString).map(" of "::concat).orElse("")
        + ", "
        + publication.addresses()
        + " addresses)";
  }
}
