package io.weir.lists;

import io.weir.domain.ListManifest;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import java.util.regex.Pattern;

/**
 * One list of one authority.
 *
 * @param authority who designates, such as {@code OFAC}
 * @param list which of its lists, such as {@code SDN}
 */
public record ListId(String authority, String list) {

  /** No slash, because it parts the two in the manifest's key; short enough for every table. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** The user's own decisions. They come from their own file; no other format may bring them. */
  public static final ListId OVERRIDES = new ListId(ListOverride.AUTHORITY, ListOverride.LIST);

  /**
   * @throws IllegalArgumentException when a name is not one to 64 letters, digits, dots, hyphens or
   *     underscores
   */
  public ListId {
    requireName("authority", authority);
    requireName("list", list);
    if (authority.equals(Listing.UNREADABLE)) {
      throw new IllegalArgumentException(
          "No authority may be called " + authority + "; it stands for rows that cannot be read");
    }
  }

  /**
   * A list that a publication may be of: any but that of the user's own decisions.
   *
   * @throws IllegalArgumentException when it is that one, or when a name cannot be one
   */
  public static ListId ofPublication(String authority, String list) {
    ListId id = new ListId(authority, list);
    if (id.equals(OVERRIDES)) {
      throw new IllegalArgumentException(
          id + " holds your own decisions, which 'weir lists overrides' alone publishes");
    }
    return id;
  }

  /** The list a manifest is about. */
  public static ListId of(ListManifest manifest) {
    return new ListId(manifest.authority(), manifest.list());
  }

  /** Whether a listing belongs to this list. */
  public boolean publishes(Listing listing) {
    return authority.equals(listing.authority()) && list.equals(listing.list());
  }

  /** The form the manifests topic is keyed by, {@code authority/list}. */
  @Override
  public String toString() {
    return authority + "/" + list;
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of the "
              + what
              + " must be 1 to 64 letters, digits, dots, hyphens or underscores, not '"
              + name
              + "'");
    }
  }
}
