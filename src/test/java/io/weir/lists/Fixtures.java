package io.weir.lists;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Publications to read in tests. */
final class Fixtures {
  static final ListId SDN = new ListId("OFAC", "SDN");
  static final ListId KOREA = new ListId("KR", "MOFA");

  private Fixtures() {}

  static Publication sdn(String fixture) throws IOException, ListRefused {
    return read(new OfacSdnXml(), SDN, fixture, bytes(fixture));
  }

  static Publication csv(String fixture) throws IOException, ListRefused {
    return read(new WeirCsv(), KOREA, fixture, bytes(fixture));
  }

  static Publication csvText(String text) throws IOException, ListRefused {
    return read(new WeirCsv(), KOREA, "list.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  static Publication sdnText(String text) throws IOException, ListRefused {
    return read(new OfacSdnXml(), SDN, "sdn.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  static Publication read(ListFormat format, ListId id, String name, byte[] bytes)
      throws IOException, ListRefused {
    return new ListReader(format, id, Optional.empty()).read(name, new ByteArrayInputStream(bytes));
  }

  static byte[] bytes(String fixture) throws IOException {
    return resource("/fixtures/lists/" + fixture);
  }

  static byte[] resource(String path) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  static String text(String fixture) throws IOException {
    return new String(bytes(fixture), StandardCharsets.UTF_8);
  }

  /** A file of the collected real lists; skips the test where they are not beside the project. */
  static byte[] published(String file) throws IOException {
    Path path = Path.of("..", "shared", "data", "lists", file);
    assumeTrue(Files.exists(path), () -> path + " is not there");
    return Files.readAllBytes(path);
  }
}
