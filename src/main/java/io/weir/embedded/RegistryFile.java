package io.weir.embedded;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The registry's state on disk: one JSON file, replaced as a whole at each change. */
final class RegistryFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final Path next;

  RegistryFile(Path folder) {
    this.file = folder.resolve("schemas.json");
    this.next = folder.resolve("schemas.json.tmp");
  }

  RegistryState load() {
    if (!Files.exists(file)) {
      return RegistryState.EMPTY;
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), RegistryState.class);
    } catch (JacksonException e) {
      throw new EmbeddedFailure(
          "The registry's file " + file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new EmbeddedFailure("Cannot read the registry's file " + file + ": " + e, e);
    }
  }

  /** Returns once the state is on disk: an id that was given out must survive a crash. */
  void save(RegistryState state) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(state));
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EmbeddedFailure("Cannot write the registry's file " + file + ": " + e, e);
    }
  }
}
