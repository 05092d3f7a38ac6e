package io.weir.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a publication says of one entry whose addresses stand in free text.
 *
 * @param name primary name
 * @param aliases other names, repeats among them
 * @param programs regimes or programmes it is designated under
 */
record Designation(
    String entryId,
    String name,
    List<String> aliases,
    List<String> programs,
    Optional<LocalDate> listedOn) {

  /** One of its addresses. */
  PublishedAddress address(int line, String address, String label, Optional<String> publishedText) {
    return new PublishedAddress(
        line,
        entryId,
        name,
        programs.stream().distinct().toList(),
        address,
        label,
        listedOn,
        aliases.stream()
            .filter(alias -> !alias.isEmpty() && !alias.equals(name))
            .distinct()
            .toList(),
        publishedText,
        Optional.empty());
  }
}
