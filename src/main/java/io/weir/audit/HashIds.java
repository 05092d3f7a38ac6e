package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/*
 * The ids as the documentation states them: the first 16 bytes, in lower-case hex, of SHA-256 over
 * the parts, each as its length in four bytes and its UTF-8.
 */
/** Recomputes ids. */
final class HashIds {
  private static final int HEX_DIGITS = 32;

  private HashIds() {}

  static String listing(String authority, String list, String entryId, String key) {
    return hash(List.of("listing", authority, list, entryId, key));
  }

  static String hit(String transferId, String role, String key, String listingId) {
    return hash(List.of("hit", transferId, role, key, listingId));
  }

  /** Of an alert that screening raised, the hits having been retracted so often before. */
  static String screeningAlert(
      String transferId, String kind, Collection<String> hitIds, int episode) {
    return hash(alert(transferId, kind, hitIds, List.of(), episode));
  }

  /** Of an alert that look-back raised, for a change of the list. */
  static String lookbackAlert(
      String transferId, String kind, Collection<String> hitIds, long position, int episode) {
    return hash(alert(transferId, kind, hitIds, List.of("position-" + position), episode));
  }

  private static List<String> alert(
      String transferId, String kind, Collection<String> hitIds, List<String> when, int episode) {
    List<String> parts = new ArrayList<>(List.of("alert", transferId, kind));
    hitIds.stream().sorted().forEach(parts::add);
    parts.addAll(when);
    if (episode > 0) {
      parts.add("episode-" + episode);
    }
    return parts;
  }

  private static String hash(List<String> parts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      // Guava writes numbers with the smallest byte first.
      hasher.putInt(Integer.reverseBytes(bytes.length)).putBytes(bytes);
    }
    return hasher.hash().toString().substring(0, HEX_DIGITS);
  }
}
