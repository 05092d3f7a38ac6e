package io.weir.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** An input with one JSON object a line. A line that is wrong never stops the next. */
final class JsonLines implements LineSource {
  /** A block-filling Bitcoin transaction is below 20 MB as bitcoin-etl writes it. */
  static final int MAX_LINE_BYTES = 32 * 1024 * 1024;

  /** Characters kept of a line that is too long to be held. */
  private static final int KEPT_OF_TOO_LONG = 1024;

  private final CappedLines lines;
  private final LineConverter converter;
  private final int maxLineBytes;

  JsonLines(InputStream in, LineConverter converter) {
    this(in, converter, MAX_LINE_BYTES);
  }

  JsonLines(InputStream in, LineConverter converter, int maxLineBytes) {
    this.lines = new CappedLines(in, maxLineBytes);
    this.converter = converter;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public Optional<IngestLine> next() throws IOException {
    while (lines.next()) {
      String raw = lines.raw();
      if (!raw.isBlank()) {
        return Optional.of(convert(raw));
      }
    }
    return Optional.empty();
  }

  private IngestLine convert(String raw) {
    long number = lines.number();
    if (lines.tooLong()) {
      String beginning = raw.substring(0, Math.min(raw.length(), KEPT_OF_TOO_LONG));
      return new IngestLine.Refused(
          number,
          "",
          "is " + lines.length() + " bytes long; expected no more than " + maxLineBytes,
          beginning);
    }
    try {
      String text = lines.strict();
      return converter.convert(Row.of(number, text, Json.parse(text)));
    } catch (CharacterCodingException e) {
      return new IngestLine.Refused(number, "", "is not UTF-8; expected JSON in UTF-8", raw);
    } catch (RowFault e) {
      return new IngestLine.Refused(number, e.field(), e.reason(), raw);
    }
  }
}
