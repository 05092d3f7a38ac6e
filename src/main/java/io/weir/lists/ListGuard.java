package io.weir.lists;

import io.weir.domain.ListManifest;
import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What keeps an implausible publication out: an empty one, one older than what is in force, and one
 * that withdraws a large part of the list at once. A person may overrule these three; nobody may
 * overrule a wrong hash.
 */
public final class ListGuard {

  /** The share of a list that one publication may withdraw, in percent. */
  private static final int MAX_REMOVED_PERCENT = 10;

  /** Up to so many withdrawals are plausible however short the list is. */
  private static final int MAX_REMOVED = 20;

  private static final String OVERRULE =
      " The list in force stays. If this is what the authority published, repeat the command with"
          + " --accept-removals.";

  private static final String OVERRULE_OR_ADD =
      " The list in force stays. If this is what the authority published, repeat the command with"
          + " --accept-removals; --additions-only takes what it adds and nothing else.";

  /** Entries that a refusal names. */
  private static final int NAMED = 3;

  /** Longer than most names of entries, in characters. */
  private static final int LONGEST_NAME = 80;

  private ListGuard() {}

  /** Holds a publication's bytes against the hash that the authority gives for them. */
  public static void requireSha256(Publication publication, String expected) throws ListRefused {
    String actual = publication.source().sha256();
    if (!actual.equals(expected.strip().toLowerCase(Locale.ROOT))) {
      throw new ListRefused(
          Reason.SHA256_MISMATCH,
          publication.source().uri(),
          "its SHA-256 is "
              + actual
              + ", not the expected "
              + expected.strip()
              + ". Fetch the file again, and the hash with it.");
    }
  }

  /**
   * Judges a publication against what is in force.
   *
   * @param inForce the manifest of the last load of this list
   */
  public static void requirePlausible(
      Publication publication, ListDiff diff, Optional<ListManifest> inForce) throws ListRefused {
    requireAddresses(publication, diff);
    if (inForce.isPresent()) {
      requireNewer(publication, inForce.get());
    }
    requireFewRemovals(publication, diff);
  }

  /** Whether a publication that is refused for this may still add listings. */
  public static boolean mayAdd(Reason reason) {
    return reason == Reason.OLDER || reason == Reason.UNDATED || reason == Reason.SHRUNK;
  }

  private static void requireAddresses(Publication publication, ListDiff diff) throws ListRefused {
    // A list of authorities that has no entry is a mishap; to have decided nothing oneself is none.
    boolean mayBeEmpty = publication.entriesRead() > 0 || publication.id().equals(ListId.OVERRIDES);
    boolean ordinary = publication.mayNameNoAddress() && mayBeEmpty && diff.removed().isEmpty();
    if (publication.rows().isEmpty() && !ordinary) {
      throw new ListRefused(
          Reason.NO_ADDRESSES,
          publication.source().uri(),
          "names no address, so loading it would withdraw all of "
              + publication.id()
              + "."
              + OVERRULE);
    }
  }

  private static void requireNewer(Publication publication, ListManifest inForce)
      throws ListRefused {
    Optional<LocalDate> before = inForce.source().publishedOn();
    Optional<LocalDate> now = publication.source().publishedOn();
    if (before.isPresent() && now.isEmpty()) {
      throw new ListRefused(
          Reason.UNDATED,
          publication.source().uri(),
          "has no date, and the list in force is of "
              + before.get()
              + ". Say with --published-on when it was published.");
    }
    if (before.isPresent() && now.get().isBefore(before.get())) {
      throw new ListRefused(
          Reason.OLDER,
          publication.source().uri(),
          "was published on "
              + now.get()
              + ", the list in force on "
              + before.get()
              + "."
              + overrule(publication));
    }
  }

  private static void requireFewRemovals(Publication publication, ListDiff diff)
      throws ListRefused {
    long removed = diff.removed().stream().filter(ListGuard::isPublished).count();
    // Those that stay plus those that go: what this list has in force. Derived listings come and
    // go with the ones they derive from and do not count twice.
    long held =
        removed
            + publication.listings().stream().filter(ListGuard::isPublished).count()
            - diff.added().stream().filter(ListGuard::isPublished).count();
    if (removed > MAX_REMOVED && removed * 100 > held * MAX_REMOVED_PERCENT) {
      throw new ListRefused(
          Reason.SHRUNK,
          publication.source().uri(),
          "would withdraw "
              + removed
              + " of "
              + held
              + " listings of "
              + publication.id()
              + ", more than "
              + MAX_REMOVED_PERCENT
              + " % and more than "
              + MAX_REMOVED
              + "."
              + losers(diff)
              + overrule(publication));
    }
  }

  /** The user's own decisions are taken whole or not at all. */
  private static String overrule(Publication publication) {
    return publication.id().equals(ListId.OVERRIDES) ? OVERRULE : OVERRULE_OR_ADD;
  }

  /** Which entries a person should look at: those that lose most. */
  private static String losers(ListDiff diff) {
    Map<String, Long> losses =
        diff.removed().stream()
            .filter(ListGuard::isPublished)
            .collect(Collectors.groupingBy(ListGuard::entry, Collectors.counting()));
    String most =
        losses.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    int more = losses.size() - NAMED;
    return " Lost by entry: " + most + (more > 0 ? ", and by " + more + " more" : "") + ".";
  }

  private static String entry(Listing listing) {
    // A published name may hold what a terminal takes for a command.
    String name = listing.name().replaceAll("\\p{C}+", " ").strip();
    return (name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
        + " ("
        + listing.entryId().replaceAll("\\p{C}+", " ")
        + ")";
  }

  private static boolean isPublished(Listing listing) {
    return listing.derivation().isEmpty();
  }
}
