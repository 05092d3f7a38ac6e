package io.weir.domain;

import io.weir.address.AddressKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One entry of one authority's list that names one address.
 *
 * @param listingId stable across publications, see {@link Ids#listing}
 * @param authority who designates, such as {@code OFAC}
 * @param list which of its lists, such as {@code SDN}
 * @param entryId the authority's own id of the entry
 * @param name primary name of the designated, as published
 * @param programs sanctions programs, such as {@code DPRK4}
 * @param address as published; of a derived listing the published address it derives from
 * @param assetLabel the asset the address is filed under; empty text when none
 * @param derivation how the key was derived from the published address; empty when it is its own
 * @param aliases other names of the designated, as published
 * @param publishedText the passage of the publication the address was found in, where it stands in
 *     free text or had to be repaired; empty when the address is all there is
 * @param override the user's own decision that this listing stands for; empty for a listing of an
 *     authority
 */
public record Listing(
    String listingId,
    String authority,
    String list,
    String entryId,
    String name,
    List<String> programs,
    String address,
    String assetLabel,
    Optional<LocalDate> listedOn,
    Source source,
    Optional<String> derivation,
    List<String> aliases,
    Optional<String> publishedText,
    Optional<ListOverride> override) {

  /** The authority of a row that cannot be read: it may stand for any of them. */
  public static final String UNREADABLE = "UNREADABLE";

  /** The longest passage that a listing quotes, in characters. */
  public static final int MAX_PUBLISHED_TEXT = 256;

  public Listing {
    programs = List.copyOf(programs);
    aliases = List.copyOf(aliases);
  }

  /**
   * Whether it stands for a decision of the user's own to allow the address. Then it lists nothing.
   */
  public boolean allows() {
    return decision().filter(own -> own.effect() == ListOverride.Effect.ALLOW).isPresent();
  }

  /**
   * Whether the address counts as listed by it on a day, UTC. An authority's listing always counts;
   * of the user's own decisions a denial does, until it expires.
   */
  public boolean listsOn(LocalDate day) {
    return listsUntil().filter(last -> !day.isAfter(last)).isPresent();
  }

  /** The last day on which the address counts as listed by it; empty when it never does. */
  Optional<LocalDate> listsUntil() {
    if (allows()) {
      return Optional.empty();
    }
    return Optional.of(decision().flatMap(ListOverride::expiresOn).orElse(LocalDate.MAX));
  }

  /**
   * The user's own decision that this is. Whatever else claims to be one is a listing like others.
   */
  Optional<ListOverride> decision() {
    return authority.equals(ListOverride.AUTHORITY) && list.equals(ListOverride.LIST)
        ? override
        : Optional.empty();
  }

  /** The same listing, read from another publication. */
  public Listing withSource(Source other) {
    return new Listing(
        listingId,
        authority,
        list,
        entryId,
        name,
        programs,
        address,
        assetLabel,
        listedOn,
        other,
        derivation,
        aliases,
        publishedText,
        override);
  }

  /**
   * What stands for a row of the list topic that cannot be decoded. The address is listed; by whom
   * is not known, so whatever touches it is flagged.
   */
  public static Listing unreadable(AddressKey key) {
    return new Listing(
        Ids.listing(UNREADABLE, "", "", key),
        UNREADABLE,
        "",
        "",
        "(listed, details unreadable)",
        List.of(),
        "",
        "",
        Optional.empty(),
        new Source("", "", Optional.empty()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
