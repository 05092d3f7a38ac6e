package io.weir.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One address under one entry, word for word as a publication has it.
 *
 * @param line in the publication, from 1
 * @param assetLabel the asset it is filed under; empty when none
 */
public record PublishedAddress(
    int line,
    String entryId,
    String name,
    List<String> programs,
    String address,
    String assetLabel,
    Optional<LocalDate> listedOn) {
  public PublishedAddress {
    programs = List.copyOf(programs);
  }
}
