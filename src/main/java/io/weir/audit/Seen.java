package io.weir.audit;

import io.weir.domain.Transfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One record of a transfer that may have hits, and the verdict it was given.
 *
 * @param offset on the transfers topic
 * @param screenedOffset on the screened topic; -1 when it was not screened
 * @param verdict empty when it was not screened, or nobody can read how
 * @param whole empty when it cannot be read in full
 */
record Seen(
    long offset,
    long screenedOffset,
    Facts facts,
    Optional<Verdict> verdict,
    Optional<Transfer> whole) {

  /** What a shelf keeps of it: the record's own bytes, to be read again when it is judged. */
  static byte[] shelved(byte[] value, long screenedOffset, Optional<Verdict> verdict) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(screenedOffset);
      out.writeBoolean(verdict.isPresent());
      if (verdict.isPresent()) {
        verdict.get().write(out);
      }
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Seen read(long offset, byte[] shelved, FactsReader reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(shelved))) {
      long screenedOffset = in.readLong();
      Optional<Verdict> verdict =
          in.readBoolean() ? Optional.of(Verdict.read(in)) : Optional.empty();
      byte[] value = in.readAllBytes();
      return new Seen(offset, screenedOffset, reader.read(value), verdict, reader.whole(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
