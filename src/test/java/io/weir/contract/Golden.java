package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that are compared, whole, with what the program says today. */
final class Golden {
  private Golden() {}

  /** With -Dgolden.update=true the file is rewritten, and the test fails all the same. */
  static void assertSame(Path file, String today) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, today);
    }
    assertThat(before).as("%s; rewrite it with -Dgolden.update=true", file).isEqualTo(today);
  }
}
