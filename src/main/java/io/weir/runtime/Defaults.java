package io.weir.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.Chains;
import io.weir.config.WeirConfig;
import io.weir.config.YamlFile;
import io.weir.domain.AgeLimits;
import io.weir.domain.Policy;
import io.weir.sources.ListSources;
import io.weir.sources.ListsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;

/** What a configuration's files say: the operator's, or the built-in ones. */
public final class Defaults {
  private Defaults() {}

  /**
   * The declared chains.
   *
   * @param file the operator's; empty for the built-in ones
   * @throws YamlFile.Invalid with every problem of the file
   * @throws IOException when the file cannot be opened
   */
  public static Chains chains(Optional<Path> file) throws IOException {
    return read(file, "chains.yaml", ChainsFile::read);
  }

  /**
   * The policy.
   *
   * @param file the operator's; empty for the built-in one
   * @throws YamlFile.Invalid with every problem of the file
   * @throws IOException when the file cannot be opened
   */
  public static Policy policy(Optional<Path> file) throws IOException {
    return read(file, "policy.yaml", PolicyFile::read)
        .orElseThrow(() -> new IllegalStateException("A policy without problems was not read"));
  }

  /**
   * How old the lists may grow: as their sources say, else as the configuration says of all.
   *
   * @throws YamlFile.Invalid with every problem of the file of sources
   * @throws IOException when it cannot be opened
   */
  public static AgeLimits ageLimits(WeirConfig config) throws IOException {
    return new AgeLimits(config.listsMaxAge(), lists(config.listsFile()).maxAges());
  }

  /**
   * The sources of lists.
   *
   * @param file the operator's; empty for the built-in ones
   * @throws YamlFile.Invalid with every problem of the file
   * @throws IOException when the file cannot be opened
   */
  public static ListSources lists(Optional<Path> file) throws IOException {
    return read(file, "lists.yaml", ListsFile::read);
  }

  private static <T> T read(Optional<Path> file, String name, YamlFile.Reading<T> reading)
      throws IOException {
    if (file.isPresent()) {
      return YamlFile.read(file.get(), reading);
    }
    try (Reader text = new InputStreamReader(builtIn(name), UTF_8)) {
      return YamlFile.read("built-in " + name, text, reading);
    }
  }

  private static InputStream builtIn(String name) {
    InputStream stream = Defaults.class.getResourceAsStream("/io/weir/defaults/" + name);
    if (stream == null) {
      throw new IllegalStateException("The program was built without its default " + name);
    }
    return stream;
  }
}
