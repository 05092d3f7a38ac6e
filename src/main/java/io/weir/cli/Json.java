package io.weir.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;

/** One JSON document for programs. */
final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private Json() {}

  static void print(PrintWriter out, Object document) {
    try {
      out.println(WRITER.writeValueAsString(document));
    } catch (JsonProcessingException unexpected) {
      throw new IllegalStateException("not JSON: " + document.getClass(), unexpected);
    }
  }
}
