package io.weir.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of {@code weir demo}: the user's, which is kept, or one that goes with the demo. */
record DemoFolder(Path path, boolean kept) implements AutoCloseable {

  /**
   * @param chosen by the user; null for one that is deleted at the end
   */
  static DemoFolder open(@Nullable Path chosen) throws IOException {
    return chosen == null
        ? new DemoFolder(Files.createTempDirectory("weir-demo-"), false)
        : new DemoFolder(chosen, true);
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
