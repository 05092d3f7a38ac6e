package io.weir.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of refused lines: a JSON object each, with line, field, reason and the raw line. */
public final class Rejects implements RefusedLines, AutoCloseable {
  private final Writer writer;

  private Rejects(Writer writer) {
    this.writer = writer;
  }

  /** Starts the file anew. */
  public static Rejects create(Path file) throws IOException {
    return new Rejects(Files.newBufferedWriter(file, UTF_8));
  }

  /** Goes on with the file, or starts it. */
  public static Rejects append(Path file) throws IOException {
    return new Rejects(
        Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  @Override
  public void add(IngestLine.Refused line) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("line", line.number());
    json.put("field", line.field());
    json.put("reason", line.reason());
    json.put("raw", line.raw());
    // Refusals are rare, and what is on the disk survives a crash.
    writer.write(json + "\n");
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
