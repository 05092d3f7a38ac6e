package io.weir.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ids of listings, hits, alerts and loads: hashes of what they are about. No randomness and no
 * block hash goes in and, but for loads, no clock, so a replay repeats ids instead of inventing new
 * ones.
 *
 * <p>An id is the first 16 bytes of SHA-256 over the parts, each as its UTF-8 length in four bytes
 * and its bytes, in lower-case hex.
 */
public final class Ids {
  /** 128 bits: a chance collision among a billion ids is below one in 10^20. */
  private static final int ID_BYTES = 16;

  /** Short enough for a table; two decisions of one user, not two in the world, must differ. */
  private static final int OVERRIDE_ID_CHARS = 16;

  private Ids() {}

  /** The id of a listing: stable across publications, formats and re-ordering. */
  public static String listing(String authority, String list, String entryId, AddressKey key) {
    return hash(List.of("listing", authority, list, entryId, key.toString()));
  }

  /**
   * The entry id of one of the user's own decisions: the same however the address is spelled and
   * wherever the decision stands in its file.
   */
  public static String override(ListOverride.Effect effect, Address address) {
    String id = hash(List.of("override", address.key().toString(), address.form()));
    return effect.name().toLowerCase(Locale.ROOT) + "-" + id.substring(0, OVERRIDE_ID_CHARS);
  }

  /** The id of a hit. */
  public static String hit(String transferId, Role role, AddressKey key, String listingId) {
    return hash(List.of("hit", transferId, role.name(), key.toString(), listingId));
  }

  /**
   * The id of an alert that screening raises.
   *
   * @param hitIds in any order
   * @param episode how often the transfer's hits were retracted before; 0 at first, so that a
   *     transfer that comes back after a reorganisation is alerted anew
   */
  public static String alert(
      String transferId, AlertKind kind, Collection<String> hitIds, int episode) {
    Stream<String> head = Stream.of("alert", transferId, kind.name());
    Stream<String> tail = episode == 0 ? Stream.empty() : Stream.of("episode-" + episode);
    return hash(Stream.of(head, hitIds.stream().sorted(), tail).flatMap(part -> part).toList());
  }

  /**
   * The id of an alert that look-back raises.
   *
   * @param hitIds in any order
   * @param position of the change of the list that it comes of, so that a listing withdrawn and
   *     listed again is alerted again
   * @param episode how often look-back saw the transfer dropped before; 0 at first
   */
  public static String lookbackAlert(
      String transferId, AlertKind kind, Collection<String> hitIds, long position, int episode) {
    Stream<String> head = Stream.of("alert", transferId, kind.name());
    Stream<String> when = Stream.of("position-" + position);
    Stream<String> tail = episode == 0 ? Stream.empty() : Stream.of("episode-" + episode);
    return hash(
        Stream.of(head, hitIds.stream().sorted(), when, tail).flatMap(part -> part).toList());
  }

  /**
   * The id of the reports of one scan.
   *
   * @param what asked for it: a list position, or the id of a question
   */
  public static String report(AddressKey key, String what, int partition) {
    return hash(List.of("report", key.toString(), what, Integer.toString(partition)));
  }

  /**
   * The id of something that happened to a list.
   *
   * @param what it was, such as the hash of the publication that was loaded
   */
  public static String load(String authority, String list, String what, Instant at) {
    return hash(List.of("load", authority, list, what, at.toString()));
  }

  private static String hash(List<String> parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
