package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The verdict that a screened record carries.
 *
 * @param position offset of the last list row that was applied for certain; -1 for none
 * @param at when it was screened, in milliseconds since the epoch
 * @param hits ids, comma-separated; empty text for none, {@code *} for too many to be written
 * @param reason empty text when everything could be screened
 */
record Verdict(String outcome, long position, long at, String hits, String reason) {
  private static final String TOO_MANY = "*";
  private static final Splitter COMMA = Splitter.on(',').omitEmptyStrings();

  /**
   * Reads the headers; empty when they are no verdict.
   *
   * @param timestamp of the record, which is when it was screened
   */
  static Optional<Verdict> of(Headers headers, long timestamp) {
    try {
      return Optional.of(
          new Verdict(
              text(headers, "weir-outcome"),
              Long.parseLong(text(headers, "weir-list-position")),
              timestamp,
              text(headers, "weir-hits"),
              text(headers, "weir-reason")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  boolean namesItsHits() {
    return !hits.equals(TOO_MANY);
  }

  boolean hasHits() {
    return !hits.isEmpty();
  }

  Set<String> hitIds() {
    return new TreeSet<>(COMMA.splitToList(hits));
  }

  /** The day of screening, UTC: the user's own decisions expire. */
  LocalDate day() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(outcome);
    out.writeLong(position);
    out.writeLong(at);
    byte[] ids = hits.getBytes(UTF_8);
    out.writeInt(ids.length);
    out.write(ids);
    out.writeUTF(reason);
  }

  static Verdict read(DataInputStream in) throws IOException {
    String outcome = in.readUTF();
    long position = in.readLong();
    long at = in.readLong();
    String hits = new String(in.readNBytes(in.readInt()), UTF_8);
    return new Verdict(outcome, position, at, hits, in.readUTF());
  }
}
