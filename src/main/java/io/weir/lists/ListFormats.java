package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The formats Weir reads. */
public final class ListFormats {

  /** Enough for an XML declaration, a long comment and the root element. */
  private static final int HEAD_BYTES = 8 * 1024;

  private static final List<ListFormat> ALL =
      List.of(
          new OfacSdnXml(),
          new OfacSdnAdvancedXml(),
          new OfacSdnCsv(),
          new EuFsfXml(),
          new UkSanctionsXml(),
          new UnConsolidatedXml(),
          new IlNbctfCsv(),
          new OpenSanctionsFtm(),
          new WeirCsv());

  private ListFormats() {}

  public static List<ListFormat> all() {
    return ALL;
  }

  /** The format of this id. */
  public static Optional<ListFormat> find(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * The one format that a file's beginning shows; empty when none or several could be meant.
   *
   * @param file is left at its beginning
   */
  public static Optional<ListFormat> guess(BufferedInputStream file) throws IOException {
    String head = head(file);
    List<ListFormat> possible = ALL.stream().filter(format -> format.recognises(head)).toList();
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  private static String head(InputStream file) throws IOException {
    file.mark(HEAD_BYTES);
    String head = new String(file.readNBytes(HEAD_BYTES), UTF_8);
    file.reset();
    return head.startsWith("\uFEFF") ? head.substring(1) : head;
  }
}
