package io.weir.lists;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of OFAC's list, put the same way whichever of OFAC's formats it was read from, so that a
 * change of format amends as few listings as possible.
 *
 * @param uid OFAC's number of the entry, the same in all formats; empty when there is none
 * @param name given names before the family name
 * @param programs in order of the alphabet, each once
 * @param aliases likewise, and without the name
 * @param listedOn when it was designated; only the advanced format tells
 */
record OfacEntry(
    String uid,
    String name,
    List<String> programs,
    List<String> aliases,
    Optional<LocalDate> listedOn) {

  OfacEntry {
    programs = ordered(programs).toList();
    aliases = ordered(aliases).filter(alias -> !alias.equals(name)).toList();
  }

  /** A name of several parts, of which any may be empty. */
  static String name(String given, String family) {
    return Stream.of(given, family)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** One of its addresses. */
  PublishedAddress address(OfacId id) {
    return new PublishedAddress(
        id.line(),
        uid,
        name,
        programs,
        id.number(),
        id.label(),
        listedOn,
        aliases,
        Optional.empty(),
        Optional.empty());
  }

  private static Stream<String> ordered(Collection<String> texts) {
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().sorted();
  }
}
