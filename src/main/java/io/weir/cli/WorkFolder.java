package io.weir.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder for the data of a command: the user's, which is kept, or one that goes with it. */
record WorkFolder(Path path, boolean kept) implements AutoCloseable {

  /** The user's. */
  static WorkFolder kept(Path chosen) {
    return new WorkFolder(chosen, true);
  }

  /**
   * A new one that is deleted at the end.
   *
   * @param parent the folder that it is made in; made when missing; empty for the system's own
   * @param prefix of its name
   */
  static WorkFolder temporary(Optional<Path> parent, String prefix) throws IOException {
    if (parent.isEmpty()) {
      return new WorkFolder(Files.createTempDirectory(prefix), false);
    }
    Files.createDirectories(parent.get());
    return new WorkFolder(Files.createTempDirectory(parent.get(), prefix), false);
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
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              // Whoever wrote it has deleted it meanwhile.
              return FileVisitResult.CONTINUE;
            }
            throw failure;
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
