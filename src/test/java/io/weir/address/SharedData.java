package io.weir.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real files beside the project; a test that needs an absent one is skipped. */
final class SharedData {
  private static final Path ROOT = Path.of("..", "shared", "data");

  private SharedData() {}

  static String utf8(String name) throws IOException {
    return read(name, UTF_8);
  }

  static String latin1(String name) throws IOException {
    return read(name, ISO_8859_1);
  }

  private static String read(String name, Charset charset) throws IOException {
    Path file = ROOT.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not there");
    return Files.readString(file, charset);
  }
}
