package io.weir.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A format in which lists are published. One class reads one format. */
public interface ListFormat {

  /** The name it goes by on the command line, such as {@code ofac-sdn-xml}. */
  String id();

  /** What it is, for a person, in half a line. */
  String description();

  /** The list that is published in this format; empty when any may be. */
  Optional<ListId> onlyList();

  /**
   * Whether a file that begins like this is in this format.
   *
   * @param head the first characters of the file, without a byte order mark
   */
  boolean recognises(String head);

  /**
   * Whether a whole file may end like this; true where a format has no mark of its end.
   *
   * @param tail the last characters of the file, without the white space after them
   */
  default boolean mayEndWith(String tail) {
    return true;
  }

  /** The size of file above which something must be wrong, in bytes. */
  default long maxBytes() {
    return ListReader.MAX_BYTES;
  }

  /**
   * Whether an authority may well publish a whole list that names no address; false where that
   * could only be a mishap.
   */
  default boolean mayNameNoAddress() {
    return false;
  }

  /**
   * The file that a file of this format goes on in, such as {@code sdn_comments.csv}; empty where
   * one file is all there is.
   */
  default Optional<String> companion() {
    return Optional.empty();
  }

  /**
   * Whether an address that stands somewhere in a file and that the format does not read is worth a
   * notice; false where a format describes the addresses of others too.
   */
  default boolean sweeps() {
    return true;
  }

  /**
   * Reads a whole file. Addresses are taken as they are; nothing is left out without a notice.
   *
   * @param name of the file, for messages
   */
  Contents read(String name, InputStream file) throws IOException, ListRefused;

  /**
   * Reads a whole file together with its companion.
   *
   * @throws UnsupportedOperationException when the format has none
   */
  default Contents read(String name, InputStream file, Companion companion)
      throws IOException, ListRefused {
    throw new UnsupportedOperationException(id() + " is read from one file");
  }
}
