package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.config.YamlFile;
import io.weir.domain.OverrideEntry;
import io.weir.lists.OverridesPublication;
import io.weir.lists.Publication;
import io.weir.publish.ListLoad;
import io.weir.runtime.OverridesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of the user's own decisions as a publication, to be loaded like any other. */
final class OverridesSource {
  private OverridesSource() {}

  /**
   * Reads the file.
   *
   * @throws YamlFile.Invalid with every problem of it
   * @throws CommandFailed when it cannot be opened
   */
  static Publication read(Path file) {
    byte[] bytes;
    try {
      // Once: what is hashed is what is read.
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.CONFIG, file + " cannot be read: " + e.getMessage(), e);
    }
    Reader text = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8);
    List<OverrideEntry> entries =
        YamlFile.readOrEmpty(file.toString(), text, OverridesFile::read, List.of());
    Path name = file.getFileName();
    return OverridesPublication.of(
        name == null ? file.toString() : name.toString(), bytes, entries);
  }

  /** Whether a load would say that nothing is decided where nothing ever was. */
  static boolean isPointless(ListLoad load) {
    return load.publication().rows().isEmpty() && load.diff().isEmpty() && load.inForce().isEmpty();
  }
}
