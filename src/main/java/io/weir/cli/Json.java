package io.weir.cli;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;

/** One JSON document for programs. */
final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build()
          .writerWithDefaultPrettyPrinter();

  private Json() {}

  static void print(PrintWriter out, Object document) {
    try {
      // Not as one text: a list of a million addresses has no room in it.
      WRITER.writeValue(out, document);
      out.println();
    } catch (IOException unexpected) {
      throw new IllegalStateException("not JSON: " + document.getClass(), unexpected);
    }
  }
}
