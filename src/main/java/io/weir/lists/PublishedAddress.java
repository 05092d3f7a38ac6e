package io.weir.lists;

import io.weir.domain.ListOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One address under one entry, word for word as a publication has it.
 *
 * @param line in the publication, from 1
 * @param assetLabel the asset it is filed under; empty when none
 * @param aliases other names of the designated, without repeats
 * @param publishedText the passage the address was found in, at most {@value
 *     io.weir.domain.Listing#MAX_PUBLISHED_TEXT} characters, where it stands in free text or had to
 *     be repaired; empty when it has a field of its own
 * @param override the user's own decision that this stands for; empty for an authority's entry
 */
public record PublishedAddress(
    int line,
    String entryId,
    String name,
    List<String> programs,
    String address,
    String assetLabel,
    Optional<LocalDate> listedOn,
    List<String> aliases,
    Optional<String> publishedText,
    Optional<ListOverride> override) {
  public PublishedAddress {
    programs = List.copyOf(programs);
    aliases = List.copyOf(aliases);
  }
}
